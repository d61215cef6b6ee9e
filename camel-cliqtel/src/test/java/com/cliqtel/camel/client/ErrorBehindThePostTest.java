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
import com.cliqtel.camel.model.MessageText;
import com.cliqtel.camel.model.PhoneNumber;
import com.cliqtel.camel.model.Sender;
import com.cliqtel.camel.model.Submission;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.reconcile.AccountSends;
import com.cliqtel.camel.reconcile.Incidents;
import com.cliqtel.camel.reconcile.Memory;
import com.cliqtel.camel.reconcile.SendOrder;
import com.cliqtel.camel.reconcile.Sending;
import com.cliqtel.camel.reconcile.Settlement;
import com.cliqtel.camel.reconcile.UnknownOutcome;
import com.cliqtel.camel.reconcile.Unknowns;
import com.cliqtel.camel.wire.Call;
import com.cliqtel.camel.wire.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where memory ends while the answer is read, say: nobody knows whether the SMS was accepted. */
class ErrorBehindThePostTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger posts = new AtomicInteger();

    @AfterEach
    void shutDown() {
        timer.shutdownNow();
    }

    private CompletableFuture<Reply> reply(Call call, Patience patience) {
        if (!call.repeatable()) {
            posts.incrementAndGet();
            return CompletableFuture.failedFuture(new OutOfMemoryError("a test's"));
        }
        return CompletableFuture.completedFuture(new Reply(
                200,
                Map.of(),
                "{\"data\":[],\"meta\":{\"total\":0,\"total_pages\":1}}".getBytes(StandardCharsets.UTF_8),
                true));
    }

    private Sending sending() {
        CliqtelApi api = new CliqtelApi(this::reply, Duration.ZERO, Observers.of(), Set::of);
        Line line =
                new Line(null, null, new ServerClock(), new Waits(timer, Runnable::run), Observers.of(), new Gate());
        Incidents none = new Incidents() {
            @Override
            public void notNoted(LedgerException failure) {}

            @Override
            public void takenAsProbable(long id) {}

            @Override
            public void answeredWithAnother(long id) {}
        };
        return new AccountSends(line, api, new AccountSends.Kept(new MemoryLedger(), "account"), new Unknowns(), none)
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
        SendOrder order = new SendOrder(sms, null, new Memory(), Patience.of(Duration.ZERO));
        Sending sending = sending();
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
