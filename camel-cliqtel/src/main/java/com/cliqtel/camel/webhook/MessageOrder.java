/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.webhook.once.Deliveries.Delivery;
import com.cliqtel.camel.webhook.once.Turn;
import com.cliqtel.camel.webhook.verify.HttpAnswer;

/** Waits, without a thread, until it is an event's turn among those of its message. Thread-safe. */
final class MessageOrder {

    private static final Duration SHORTEST = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMillis(200);

    private final Supplier<TimedWaits> waits;

    MessageOrder(Supplier<TimedWaits> waits) {
        this.waits = waits;
    }

    /** Completes empty at the event's turn. Otherwise its delivery has ended, and the result is the answer to its request. */
    CompletableFuture<Optional<HttpAnswer>> of(Delivery delivery) {
        CompletableFuture<Optional<HttpAnswer>> turn = new CompletableFuture<>();
        check(delivery, SHORTEST, waits.get(), turn);
        return turn;
    }

    private void check(
            Delivery delivery, Duration wait, TimedWaits here, CompletableFuture<Optional<HttpAnswer>> turn) {
        try {
            Turn now = delivery.turn();
            if (now != Turn.LATER) {
                turn.complete(now == Turn.NOW ? Optional.empty() : Optional.of(HttpAnswer.DUPLICATE));
                return;
            }
        } catch (RuntimeException unknown) {
            giveUp(delivery, HttpAnswer.LEDGER_DOWN, turn);
            return;
        }
        Duration longer = wait.multipliedBy(2);
        here.pass(wait).whenComplete((passed, ended) -> {
            if (ended == null) {
                check(delivery, longer.compareTo(LONGEST) < 0 ? longer : LONGEST, here, turn);
            } else {
                giveUp(delivery, HttpAnswer.SUSPENDED, turn);
            }
        });
    }

    private static void giveUp(Delivery delivery, HttpAnswer answer, CompletableFuture<Optional<HttpAnswer>> turn) {
        delivery.giveUp();
        turn.complete(Optional.of(answer));
    }
}
