/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.wire.Call;
import com.cliqtel.camel.wire.Replies;
import com.cliqtel.camel.wire.Reply;

/** Turns an answer that is not a yes into the failure it means. */
final class CheckingTransport implements Transport {

    private final Transport next;

    CheckingTransport(Transport next) {
        this.next = next;
    }

    @Override
    public CompletableFuture<Reply> send(Call call, Patience patience) {
        return next.send(call, patience).thenApply(reply -> {
            Replies.check(call, reply);
            return reply;
        });
    }

    @Override
    public String toString() {
        return "Checking > " + next;
    }
}
