/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.error.Causes;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.observe.CallAttempt;
import com.cliqtel.camel.wire.ApiCall;
import com.cliqtel.camel.wire.ApiReply;
import com.cliqtel.camel.wire.ReplyReader;

/** Reports each attempt to the exchange's observer: its result and its duration. */
final class ObservedTransport implements Transport {

    private final Transport next;
    private final String purpose;

    ObservedTransport(Transport next, String purpose) {
        this.next = next;
        this.purpose = purpose;
    }

    @Override
    public CompletableFuture<ApiReply> send(ApiCall call, WaitBudget budget) {
        long began = System.nanoTime();
        return next.send(call, budget).whenComplete((reply, failure) -> {
            int status = reply == null ? 0 : reply.status();
            Throwable why = reply == null ? Causes.of(failure) : refusal(call, reply);
            budget.observer()
                    .attempted(new CallAttempt(call.operation(), purpose, why, status, System.nanoTime() - began));
            if (reply != null) {
                budget.observer().quota(ReplyReader.rateLimits(reply));
            }
        });
    }

    private static Throwable refusal(ApiCall call, ApiReply reply) {
        try {
            ReplyReader.check(call, reply);
            return null;
        } catch (CliqtelException refused) {
            return refused;
        }
    }
}
