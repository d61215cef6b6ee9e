/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A request for a permit that a {@link RateLimiter} has accepted or refused. It ends once: with a permit, with a failure, or by
 * {@link #cancel}. Thread-safe.
 */
public interface PermitTicket {

    /**
     * Returns the permit, or the reason why there is none: {@link NoPermitException}, {@link LimiterClosedException}, or
     * {@link java.util.concurrent.CancellationException} after {@link #cancel}.
     *
     * <p>Actions that depend on it may run on the limiter's thread, which serves other tickets too. So continue on a thread of
     * your own. To withdraw the request, call {@link #cancel} instead of completing this stage.
     *
     * @return always the same stage; never null
     */
    CompletionStage<Permit> permit();

    /**
     * Withdraws the request. If the permit hasn't been given yet, none will be given, and none is used. If it has been given, this
     * method does nothing: the permit must still be completed or given back. Never blocks.
     *
     * @return true if the request is withdrawn; false if the ticket had ended before
     */
    boolean cancel();

    /**
     * Returns a ticket for a future that the limiter completes.
     *
     * @param permit the future; {@link #cancel} cancels it. If {@link CompletableFuture#complete} then returns false, the limiter
     *     keeps the permit
     */
    static PermitTicket of(CompletableFuture<Permit> permit) {
        Objects.requireNonNull(permit, "permit");
        return new PermitTicket() {
            @Override
            public CompletionStage<Permit> permit() {
                return permit;
            }

            @Override
            public boolean cancel() {
                return permit.cancel(false);
            }
        };
    }
}
