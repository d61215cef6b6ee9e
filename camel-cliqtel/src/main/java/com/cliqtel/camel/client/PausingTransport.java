/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.error.Causes;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.observe.Wait;
import com.cliqtel.camel.wire.Call;
import com.cliqtel.camel.wire.Reply;

/** Keeps sends waiting, without a thread, while sending is paused; what only asks passes. */
final class PausingTransport implements Transport {

    private static final Duration COME_AGAIN = Duration.ofSeconds(30);

    private final Transport next;
    private final Gate gate;
    private final Waits waits;

    PausingTransport(Transport next, Gate gate, Waits waits) {
        this.next = next;
        this.gate = gate;
        this.waits = waits;
    }

    @Override
    public CompletableFuture<Reply> send(Call call, Patience patience) {
        if (call.repeatable()) {
            return next.send(call, patience);
        }
        return gate.isShut() ? afterwards(call, patience) : through(call, patience);
    }

    private CompletableFuture<Reply> through(Call call, Patience patience) {
        CompletableFuture<Reply> reply = next.send(call, patience);
        if (reply.isDone() && !reply.isCompletedExceptionally()) {
            return reply;
        }
        return reply.exceptionallyCompose(failure -> Causes.of(failure) instanceof Gate.ShutException
                ? send(call, patience)
                : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<Reply> afterwards(Call call, Patience patience) {
        long began = System.nanoTime();
        return waits.then(waits.atMost(patience.left(), gate.enter()), (mine, refusal) -> {
            long waited = System.nanoTime() - began;
            patience.spend(waited);
            patience.observer().waited(Wait.PAUSE, waited);
            return refusal == null
                    ? inTurn(call, patience)
                    : CompletableFuture.<Reply>failedFuture(notSent(call, refusal));
        });
    }

    private CompletableFuture<Reply> inTurn(Call call, Patience patience) {
        try {
            return send(call, patience);
        } finally {
            gate.next();
        }
    }

    private static CliqtelException notSent(Call call, Throwable refusal) {
        if (Causes.of(refusal) instanceof Waits.EndedException) {
            return new CliqtelUnavailableException(
                    facts(call, ErrorCode.SHUTTING_DOWN, "the component is stopping; nothing was sent"),
                    Outcome.NOT_SENT,
                    null);
        }
        return new CliqtelThrottledException(
                facts(
                        call,
                        ErrorCode.SENDING_PAUSED,
                        "sending is paused, for longer than maxWait allows; nothing was sent: hand it over again later, or"
                                + " resume sending"),
                COME_AGAIN);
    }

    private static ErrorFacts facts(Call call, ErrorCode code, String message) {
        return new ErrorFacts(call.operation(), code, 0, message);
    }

    @Override
    public String toString() {
        return "Pausing > " + next;
    }
}
