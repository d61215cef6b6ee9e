/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

import com.cliqtel.camel.error.Causes;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.send.reconcile.AccountSends;
import com.cliqtel.camel.send.reconcile.SendIncidents;
import com.cliqtel.camel.send.reconcile.SendOrder;
import com.cliqtel.camel.send.reconcile.Settlement;
import com.cliqtel.camel.send.reconcile.SmsSender;
import com.cliqtel.camel.send.reconcile.UnknownOutcome;
import com.cliqtel.camel.send.reconcile.UnknownSends;
import com.cliqtel.camel.send.reconcile.UnsettledSends;
import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.text.PhoneNumber;
import com.cliqtel.camel.wire.ApiCall;
import com.cliqtel.camel.wire.ApiReply;
import com.cliqtel.camel.wire.Sender;
import com.cliqtel.camel.wire.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where memory ends while the answer is read, say: nobody knows whether the SMS was accepted. */
class ErrorAfterPostTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger posts = new AtomicInteger();

    @AfterEach
    void shutDown() {
        timer.shutdownNow();
    }

    private CompletableFuture<ApiReply> reply(ApiCall call, WaitBudget patience) {
        if (!call.repeatable()) {
            posts.incrementAndGet();
            return CompletableFuture.failedFuture(new OutOfMemoryError("a test's"));
        }
        return CompletableFuture.completedFuture(new ApiReply(
                200,
                Map.of(),
                "{\"data\":[],\"meta\":{\"total\":0,\"total_pages\":1}}".getBytes(StandardCharsets.UTF_8),
                true));
    }

    private SmsSender sending() {
        CliqtelApi api = new CliqtelApi(this::reply, Duration.ZERO, Observers.of(), Set::of);
        AccountConnection line = new AccountConnection(
                "account",
                null,
                null,
                new ServerClock(),
                new TimedWaits(timer, Runnable::run),
                Observers.of(),
                new SendGate());
        SendIncidents none = new SendIncidents() {
            @Override
            public void notNoted(LedgerException failure) {}

            @Override
            public void takenAsProbable(long id) {}

            @Override
            public void answeredWithAnother(long id) {}
        };
        return new AccountSends(
                        line, api, new AccountSends.Kept(new MemoryLedger(), "account"), new UnknownSends(), none)
                .sending(
                        api, new Settlement(UnknownOutcome.RECONCILE, Duration.ofMillis(20), 1, Duration.ofMinutes(1)));
    }

    @Test
    void leavesItUnknownAndHandedOverAgainItIsNotPosted() {
        Submission sms = new Submission(
                new Sender.Number(new PhoneNumber("+16625163513")),
                new PhoneNumber("+31612345678"),
                new MessageText("text"),
                null);
        SendOrder order = new SendOrder(sms, null, new UnsettledSends(), WaitBudget.of(Duration.ZERO));
        SmsSender sending = sending();
        for (int i = 0; i < 2; i++) {
            Throwable failure = Causes.of(
                    sending.send(order).handle((sent, thrown) -> thrown).join());
            assertThat(failure).isInstanceOfSatisfying(CliqtelUnavailableException.class, unavailable -> assertThat(
                            unavailable.getOutcome())
                    .isEqualTo(Outcome.UNKNOWN));
        }
        assertThat(posts).hasValue(1);
    }
}
