/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.client.Waits;
import com.cliqtel.camel.webhook.Deliveries.Delivery;

/** Waits, without a thread, until it is an event's turn among those of its message. Thread-safe. */
final class Turns {

    private static final Duration SHORTEST = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMillis(200);

    private final Waits waits;

    Turns(Waits waits) {
        this.waits = waits;
    }

    /** Completes when it is; fails, having given the event up, when that cannot be known or everything ends. */
    CompletableFuture<Void> of(Delivery delivery) {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        ask(delivery, SHORTEST, turn);
        return turn;
    }

    private void ask(Delivery delivery, Duration wait, CompletableFuture<Void> turn) {
        try {
            if (delivery.isItsTurn()) {
                turn.complete(null);
                return;
            }
        } catch (RuntimeException unknown) {
            giveUp(delivery, unknown, turn);
            return;
        }
        Duration longer = wait.multipliedBy(2);
        waits.pass(wait).whenComplete((passed, ended) -> {
            if (ended == null) {
                ask(delivery, longer.compareTo(LONGEST) < 0 ? longer : LONGEST, turn);
            } else {
                giveUp(delivery, ended, turn);
            }
        });
    }

    private static void giveUp(Delivery delivery, Throwable why, CompletableFuture<Void> turn) {
        delivery.giveUp();
        turn.completeExceptionally(why);
    }
}
