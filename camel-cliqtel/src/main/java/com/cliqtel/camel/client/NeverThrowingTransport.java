/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.wire.ApiCall;
import com.cliqtel.camel.wire.ApiReply;

/** Makes each exception that a transport below throws the future's failure. */
final class NeverThrowingTransport implements Transport {

    private final Transport next;

    NeverThrowingTransport(Transport next) {
        this.next = next;
    }

    @Override
    public CompletableFuture<ApiReply> send(ApiCall call, WaitBudget budget) {
        try {
            return next.send(call, budget);
        } catch (RuntimeException | Error thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    @Override
    public String toString() {
        return "NeverThrowing > " + next;
    }
}
