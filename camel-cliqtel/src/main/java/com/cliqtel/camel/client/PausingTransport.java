/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.error.Causes;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.observe.WaitReason;
import com.cliqtel.camel.wire.ApiCall;
import com.cliqtel.camel.wire.ApiReply;

/** Makes sends wait, without a thread, while sending is paused. Calls that only read are not delayed. */
final class PausingTransport implements Transport {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final Transport next;
    private final SendGate gate;
    private final TimedWaits waits;

    PausingTransport(Transport next, SendGate gate, TimedWaits waits) {
        this.next = next;
        this.gate = gate;
        this.waits = waits;
    }

    @Override
    public CompletableFuture<ApiReply> send(ApiCall call, WaitBudget budget) {
        if (call.repeatable()) {
            return next.send(call, budget);
        }
        return gate.isShut() ? afterwards(call, budget) : through(call, budget);
    }

    private CompletableFuture<ApiReply> through(ApiCall call, WaitBudget budget) {
        CompletableFuture<ApiReply> reply = next.send(call, budget);
        if (reply.isDone() && !reply.isCompletedExceptionally()) {
            return reply;
        }
        return reply.exceptionallyCompose(failure -> Causes.of(failure) instanceof SendGate.ShutException
                ? send(call, budget)
                : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<ApiReply> afterwards(ApiCall call, WaitBudget budget) {
        long began = System.nanoTime();
        return waits.then(waits.atMost(budget.left(), gate.enter()), (mine, refusal) -> {
            long waited = System.nanoTime() - began;
            budget.spend(waited);
            budget.observer().waited(WaitReason.PAUSE, waited);
            return refusal == null
                    ? inTurn(call, budget)
                    : CompletableFuture.<ApiReply>failedFuture(notSent(call, refusal));
        });
    }

    private CompletableFuture<ApiReply> inTurn(ApiCall call, WaitBudget budget) {
        try {
            return send(call, budget);
        } finally {
            gate.next();
        }
    }

    private static CliqtelException notSent(ApiCall call, Throwable refusal) {
        if (Causes.of(refusal) instanceof TimedWaits.EndedException) {
            return call.notSent(ErrorCode.SHUTTING_DOWN, "the component is stopping; nothing was sent", null);
        }
        return new CliqtelThrottledException(
                call.failure(
                        ErrorCode.SENDING_PAUSED,
                        "sending is paused, for longer than maxWait allows; nothing was sent: hand it over again later, or"
                                + " resume sending"),
                RETRY_AFTER);
    }
}
