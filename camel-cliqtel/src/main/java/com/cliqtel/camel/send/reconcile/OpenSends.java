/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.client.WaitBudget;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.observe.WaitReason;

/**
 * The sends in progress. Of sends that look alike, one runs at a time; otherwise they could take each other's messages. The
 * others wait in order, and hold no thread. Thread-safe.
 */
final class OpenSends {

    /** The queue of a send for which no other waits, as for nearly all; never changed. */
    private static final Deque<CompletableFuture<Void>> NOBODY = new ArrayDeque<>(0);

    private final Map<SmsSimilarity, Deque<CompletableFuture<Void>>> queues = new ConcurrentHashMap<>();
    private final TimedWaits waits;

    OpenSends(TimedWaits waits) {
        this.waits = waits;
    }

    /**
     * Runs a send when no other send that looks alike is in progress.
     *
     * @return fails as throttled when the wait is longer than {@code budget} allows
     */
    <T> CompletableFuture<T> oneAtATime(SmsSimilarity sms, WaitBudget budget, Supplier<CompletableFuture<T>> sending) {
        CompletableFuture<Void> turn = enter(sms);
        if (turn.isDone()) {
            return thenNext(sms, sending);
        }
        long began = System.nanoTime();
        return waits.then(waits.atMost(budget.left(), turn), (mine, refusal) -> {
            long waited = System.nanoTime() - began;
            budget.spend(waited);
            budget.observer().waited(WaitReason.TURN, waited);
            return refusal == null
                    ? thenNext(sms, sending)
                    : CompletableFuture.<T>failedFuture(notSent(refusal, budget));
        });
    }

    private CompletableFuture<Void> enter(SmsSimilarity sms) {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        queues.compute(sms, (same, line) -> {
            if (line == null) {
                turn.complete(null);
                return NOBODY;
            }
            Deque<CompletableFuture<Void>> waiting = line == NOBODY ? new ArrayDeque<>() : line;
            waiting.addLast(turn);
            return waiting;
        });
        return turn;
    }

    private <T> CompletableFuture<T> thenNext(SmsSimilarity sms, Supplier<CompletableFuture<T>> sending) {
        CompletableFuture<T> sent;
        try {
            sent = sending.get();
        } catch (RuntimeException | Error thrown) {
            sent = CompletableFuture.failedFuture(thrown);
        }
        return sent.whenComplete((value, failure) -> next(sms));
    }

    // a send that has stopped waiting is skipped; completed outside of the map, since the next step may use the map
    // again
    private void next(SmsSimilarity sms) {
        Optional<CompletableFuture<Void>> first = first(sms);
        while (first.isPresent() && !first.get().complete(null)) {
            first = first(sms);
        }
    }

    private Optional<CompletableFuture<Void>> first(SmsSimilarity sms) {
        CompletableFuture<?>[] first = new CompletableFuture<?>[1];
        queues.computeIfPresent(sms, (same, line) -> {
            first[0] = line.pollFirst();
            return first[0] == null ? null : line;
        });
        @SuppressWarnings("unchecked")
        CompletableFuture<Void> turn = (CompletableFuture<Void>) first[0];
        return Optional.ofNullable(turn);
    }

    private static CliqtelException notSent(Throwable refusal, WaitBudget budget) {
        if (refusal instanceof TimedWaits.EndedException) {
            return new CliqtelUnavailableException(
                    new ErrorFacts("send", ErrorCode.SHUTTING_DOWN, 0, "the component is stopping; nothing was sent"),
                    Outcome.NOT_SENT,
                    null);
        }
        return new CliqtelThrottledException(
                new ErrorFacts(
                        "send",
                        ErrorCode.SAME_SMS_OPEN,
                        0,
                        "the same text to the same recipient is still being sent, for longer than"
                                + " maxWait allows; nothing was sent"),
                Duration.ofSeconds(5));
    }

    /** Whether one that looks like it is open. */
    boolean isOpen(SmsSimilarity sms) {
        return queues.containsKey(sms);
    }

    /** How many different SMS are open. */
    int size() {
        return queues.size();
    }
}
