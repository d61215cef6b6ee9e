/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.model.Sms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.send.reconcile.SendOrders.TIME;
import static org.assertj.core.api.Assertions.assertThat;

/** One list for all who came while the one before was being read. */
class SharedListingTest {

    private static final List<Sms> MESSAGES = List.of(Sms.of(Map.of("id", 42)));

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final List<Instant> asked = new ArrayList<>();
    private final List<CompletableFuture<Collection<Sms>>> reading = new ArrayList<>();
    private final SharedListing list = new SharedListing(this::read, new TimedWaits(timer, Runnable::run));

    private CompletableFuture<Collection<Sms>> read(Instant since) {
        asked.add(since);
        reading.add(new CompletableFuture<>());
        return reading.get(reading.size() - 1);
    }

    @AfterEach
    void close() {
        timer.shutdownNow();
    }

    @Test
    void callersDuringAReadShareTheNextListFromTheEarliestStart() {
        CompletableFuture<Collection<Sms>> first = list.join(TIME);
        CompletableFuture<Collection<Sms>> second = list.join(TIME.plusSeconds(20));
        CompletableFuture<Collection<Sms>> third = list.join(TIME.plusSeconds(10));
        CompletableFuture<Collection<Sms>> fourth = list.join(TIME.plusSeconds(30));
        assertThat(asked).containsExactly(TIME);

        reading.get(0).complete(MESSAGES);
        assertThat(first).isCompletedWithValue(MESSAGES);
        assertThat(second).isNotDone();
        assertThat(asked).containsExactly(TIME, TIME.plusSeconds(10));

        reading.get(1).complete(List.of());
        assertThat(List.of(second, third, fourth))
                .allSatisfy(each -> assertThat(each).isCompletedWithValue(List.of()));
        assertThat(asked).hasSize(2);
    }

    @Test
    void failedReadFailsItsWaitersAndTheNextReadStarts() {
        CompletableFuture<Collection<Sms>> first = list.join(TIME);
        CompletableFuture<Collection<Sms>> second = list.join(TIME);
        reading.get(0).completeExceptionally(new IllegalStateException("no list"));
        assertThat(first).isCompletedExceptionally();
        assertThat(second).isNotDone();
        reading.get(1).complete(MESSAGES);
        assertThat(second).isCompletedWithValue(MESSAGES);
    }

    @Test
    void readsAtOnceIfNoReadIsRunning() {
        list.join(TIME);
        reading.get(0).complete(MESSAGES);
        list.join(TIME.plusSeconds(5));
        assertThat(asked).containsExactly(TIME, TIME.plusSeconds(5));
    }
}
