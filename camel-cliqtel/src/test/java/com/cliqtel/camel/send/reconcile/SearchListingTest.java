/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.cliqtel.camel.client.AccountConnection;
import com.cliqtel.camel.client.CallPolicy;
import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.client.CompleteList;
import com.cliqtel.camel.client.HttpConnection;
import com.cliqtel.camel.client.SendGate;
import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.retry.RetryPolicy;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.text.PhoneNumber;
import com.cliqtel.camel.wire.Sender;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SearchListingTest {

    private static final int MANY = 6;
    private static final int STORM = 500;

    private final Simulator simulator;
    private final CloseableHttpClient http = HttpClients.createDefault();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final SearchListing listing;

    SearchListingTest(@CliqtelSimulator(limits = CliqtelSimulator.Limits.NONE) Simulator simulator) {
        this.simulator = simulator;
        this.listing = listing();
    }

    private SearchListing listing() {
        ServerClock clock = new ServerClock();
        TimedWaits waits = new TimedWaits(timer, workers);
        HttpConnection connection = new HttpConnection(
                http,
                simulator.baseUrl(),
                simulator.apiKey(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                timer,
                () -> Set.of(simulator.apiKey()));
        CliqtelApi api = CliqtelApi.over(
                new AccountConnection("account", connection, null, clock, waits, Observers.of(), new SendGate()),
                new CallPolicy(Purpose.RECONCILE, RetryPolicy.times(0), Duration.ZERO));
        return new SearchListing(new CompleteList(api), clock, waits);
    }

    @AfterEach
    void close() throws Exception {
        http.close();
        timer.shutdownNow();
        workers.shutdownNow();
    }

    private static MessageSearch search() {
        Fingerprint sms = new Fingerprint(
                new Sender.Number(new PhoneNumber("+16625163513")),
                new PhoneNumber("+31612345678"),
                new MessageText("canary text"));
        Instant now = Instant.parse("2026-04-03T10:15:30Z");
        return new MessageSearch(sms, new UnsettledSend(new FirstAttemptTime.Here(now), now, Outcome.UNKNOWN), null);
    }

    @Test
    void earlierWaiterGetsTheSharedListDespiteLaterOnes() {
        AtomicInteger lists = new AtomicInteger();
        AtomicReference<CompletableFuture<?>> early = new AtomicReference<>();
        for (int i = 0; i < MANY; i++) {
            listing.enter();
        }
        // while any list is read, somebody else asks, who has to wait for the next
        simulator
                .faults()
                .add(FaultRule.calls(Fault.beforeAcceptance(Symptom.status(500)))
                        .where(call -> {
                            if (lists.incrementAndGet() == 1) {
                                early.set(listing.around(search()));
                            } else if (!early.get().isDone() && lists.get() < STORM) {
                                listing.around(search());
                            }
                            return false;
                        }));
        workers.execute(() -> listing.around(search()));
        await().until(() -> early.get() != null && early.get().isDone());
        assertThat(early.get()).isCompleted();
        assertThat(lists).hasValueLessThan(STORM);
    }
}
