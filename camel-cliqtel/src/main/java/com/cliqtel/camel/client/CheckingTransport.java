/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.wire.ApiCall;
import com.cliqtel.camel.wire.ApiReply;
import com.cliqtel.camel.wire.ReplyReader;

/** Turns an answer that isn't a success into the exception for it. */
final class CheckingTransport implements Transport {

    private final Transport next;

    CheckingTransport(Transport next) {
        this.next = next;
    }

    @Override
    public CompletableFuture<ApiReply> send(ApiCall call, WaitBudget budget) {
        return next.send(call, budget).thenApply(reply -> {
            ReplyReader.check(call, reply);
            return reply;
        });
    }
}
