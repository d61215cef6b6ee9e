/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.client.WaitBudget;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.send.reconcile.SendOrders.TO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** One at a time of those that look alike. */
class OpenSendsTest {

    private static final SmsSimilarity SMS = SmsSimilarity.of(TO, "canary");

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final TimedWaits waits = new TimedWaits(timer, Runnable::run);
    private final OpenSends open = new OpenSends(waits);
    private final List<CompletableFuture<String>> begun = new ArrayList<>();

    @AfterEach
    void close() {
        timer.shutdownNow();
    }

    private CompletableFuture<String> send(SmsSimilarity sms, WaitBudget patience) {
        return open.oneAtATime(sms, patience, () -> {
            CompletableFuture<String> sending = new CompletableFuture<>();
            begun.add(sending);
            return sending;
        });
    }

    private static WaitBudget patience() {
        return WaitBudget.of(Duration.ofMinutes(1));
    }

    @Test
    void equalOnesGoInOrderEachWhenTheOneBeforeHasEndedHoweverThatWas() {
        CompletableFuture<String> first = send(SMS, patience());
        CompletableFuture<String> second = send(SMS, patience());
        CompletableFuture<String> third = send(SMS, patience());
        assertThat(begun).hasSize(1);
        begun.get(0).completeExceptionally(new IllegalStateException("lost"));
        assertThat(first).isCompletedExceptionally();
        assertThat(begun).hasSize(2);
        begun.get(1).complete("second");
        assertThat(second).isCompletedWithValue("second");
        assertThat(begun).hasSize(3);
        begun.get(2).complete("third");
        assertThat(third).isCompletedWithValue("third");
    }

    @Test
    void othersDoNotWait() {
        send(SMS, patience());
        send(SmsSimilarity.of(TO, "another"), patience());
        assertThat(begun).hasSize(2);
        assertThat(open.size()).isEqualTo(2);
        begun.forEach(sending -> sending.complete("sent"));
        assertThat(open.size()).isZero();
    }

    @Test
    void aRequestThatCannotStartDoesNotBlockOthers() {
        CompletableFuture<String> broken = open.oneAtATime(SMS, patience(), () -> {
            throw new IllegalStateException("broken");
        });
        assertThat(broken).isCompletedExceptionally();
        assertThat(open.size()).isZero();
    }

    @Test
    void throttlesASendThatWaitsTooLong() {
        send(SMS, patience());
        CompletableFuture<String> impatient = send(SMS, WaitBudget.of(Duration.ofMillis(1)));
        CompletableFuture<String> patient = send(SMS, patience());
        await().until(impatient::isDone);
        CliqtelThrottledException failure = (CliqtelThrottledException)
                catchThrowableOfType(CompletionException.class, impatient::join).getCause();
        assertThat(failure.getCode()).isEqualTo(ErrorCode.SAME_SMS_OPEN);
        assertThat(failure.getRetryAfter()).hasSeconds(5);
        begun.get(0).complete("sent");
        assertThat(begun).hasSize(2);
        begun.get(1).complete("patient");
        assertThat(patient).isCompletedWithValue("patient");
        assertThat(open.size()).isZero();
    }

    @Test
    void theWaitIsTakenFromTheWaitBudget() {
        WaitBudget patience = patience();
        send(SMS, patience());
        send(SMS, patience);
        long began = System.nanoTime();
        await().until(() -> System.nanoTime() - began > Duration.ofMillis(20).toNanos());
        begun.get(0).complete("sent");
        assertThat(patience.left())
                .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1).minusMillis(20));
    }

    @Test
    void whenEverythingEndsThoseThatWaitHaveSentNothing() {
        send(SMS, patience());
        CompletableFuture<String> waiting = send(SMS, patience());
        waits.close();
        CliqtelUnavailableException failure = (CliqtelUnavailableException)
                catchThrowableOfType(CompletionException.class, waiting::join).getCause();
        assertThat(failure.getCode()).isEqualTo(ErrorCode.SHUTTING_DOWN);
        assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
    }
}
