/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.wire.ApiCall;
import com.cliqtel.camel.wire.ApiReply;
import com.cliqtel.camel.wire.ReplyReader;

/** Learns the server's time from successful answers. Any other may come from a gateway or a proxy with a clock of its own. */
final class ClockReadingTransport implements Transport {

    private final Transport next;
    private final ServerClock clock;

    ClockReadingTransport(Transport next, ServerClock clock) {
        this.next = next;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<ApiReply> send(ApiCall call, WaitBudget budget) {
        Instant sent = clock.now();
        return next.send(call, budget).thenApply(reply -> {
            if (reply.successful()) {
                ReplyReader.date(reply).ifPresent(date -> clock.observe(date, sent, clock.now()));
            }
            return reply;
        });
    }
}
