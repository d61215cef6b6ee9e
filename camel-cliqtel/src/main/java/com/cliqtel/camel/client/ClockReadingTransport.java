/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.wire.Call;
import com.cliqtel.camel.wire.Replies;
import com.cliqtel.camel.wire.Reply;

/** Sets the server's clock by every answer, whatever it says. */
final class ClockReadingTransport implements Transport {

    private final Transport next;
    private final ServerClock clock;
    private final InstantSource local;

    ClockReadingTransport(Transport next, ServerClock clock, InstantSource local) {
        this.next = next;
        this.clock = clock;
        this.local = local;
    }

    @Override
    public CompletableFuture<Reply> send(Call call, Patience patience) {
        Instant sent = local.instant();
        return next.send(call, patience).thenApply(reply -> {
            Replies.date(reply).ifPresent(date -> clock.heard(date, sent, local.instant()));
            return reply;
        });
    }

    @Override
    public String toString() {
        return "ClockReading > " + next;
    }
}
