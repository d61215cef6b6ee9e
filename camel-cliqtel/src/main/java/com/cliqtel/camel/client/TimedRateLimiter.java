/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

import com.cliqtel.camel.limit.LimiterUsage;
import com.cliqtel.camel.limit.Permit;
import com.cliqtel.camel.limit.PermitRequest;
import com.cliqtel.camel.limit.PermitTicket;
import com.cliqtel.camel.limit.RateLimiter;

/**
 * A limiter bean of the application, with a timer for each wait. A ticket that doesn't end within the longest wait fails with
 * {@link TimeoutException}. A permit that comes later is given back. Thread-safe.
 */
public final class TimedRateLimiter implements RateLimiter {

    // the limiter ends the wait itself, normally, and then says how much longer it would be
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final RateLimiter limiter;
    private final TimedWaits waits;

    public TimedRateLimiter(RateLimiter limiter, TimedWaits waits) {
        this.limiter = limiter;
        this.waits = waits;
    }

    private record Ticket(CompletableFuture<Permit> permit, PermitTicket of) implements PermitTicket {

        @Override
        public boolean cancel() {
            boolean cancelled = permit.cancel(false);
            of.cancel();
            return cancelled;
        }
    }

    @Override
    public PermitTicket acquire(PermitRequest request) {
        PermitTicket ticket = limiter.acquire(request);
        if (ticket == null || ticket.permit() == null) {
            return ticket;
        }
        CompletableFuture<Permit> permit = new CompletableFuture<>();
        ticket.permit().whenComplete((given, refusal) -> {
            boolean wanted = refusal == null ? permit.complete(given) : permit.completeExceptionally(refusal);
            if (!wanted && given != null) {
                given.unused();
            }
        });
        if (!permit.isDone()) {
            waits.atMost(request.maxWait().plus(GRACE), permit);
        }
        return new Ticket(permit, ticket);
    }

    @Override
    public void accountEnded(String account) {
        limiter.accountEnded(account);
    }

    @Override
    public Optional<LimiterUsage> usage(String account) {
        return limiter.usage(account);
    }

    @Override
    public String toString() {
        return limiter.toString();
    }
}
