/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.wire.ApiCall;
import com.cliqtel.camel.wire.ApiReply;
import com.cliqtel.camel.wire.ReplyReader;

/** Turns an answer that is not a yes into the failure it means. */
final class CheckingTransport implements Transport {

    private final Transport next;

    CheckingTransport(Transport next) {
        this.next = next;
    }

    @Override
    public CompletableFuture<ApiReply> send(ApiCall call, WaitBudget patience) {
        return next.send(call, patience).thenApply(reply -> {
            ReplyReader.check(call, reply);
            return reply;
        });
    }

    @Override
    public String toString() {
        return "Checking > " + next;
    }
}
