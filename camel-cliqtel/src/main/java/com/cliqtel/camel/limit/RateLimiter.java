/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.Optional;

/**
 * Gives permits for requests to the Cliqtel API. The component requests one permit before each request. A limiter may serve
 * several accounts, and each account has a quota of its own: a 429 for one account must not delay another one.
 *
 * <p>Implementations are thread-safe. The component calls them on the threads of exchanges.
 */
@FunctionalInterface
public interface RateLimiter {

    /**
     * Requests a permit. Returns at once: it neither blocks nor throws.
     *
     * <p>The ticket's permit is there at once if the quota has one. Otherwise the ticket fails with {@link NoPermitException},
     * either at once because the wait would exceed {@link PermitRequest#maxWait()}, or when that time has passed. It fails with
     * {@link LimiterClosedException} if the limiter is closed or closes meanwhile. If a ticket ends neither way, the component
     * cancels it a second after {@code maxWait}.
     *
     * @param request the account, the purpose and the longest wait; never null
     * @return the ticket, on which the component registers one action; never null
     */
    PermitTicket acquire(PermitRequest request);

    /**
     * Notes that a component no longer uses an account, so that the limiter can free what it keeps for it. The component calls
     * this an hour after the account's last use, and when the component stops. All tickets of the component for this account have
     * ended by then. Another component may still use the account, and this component may use it again.
     *
     * <p>The permits of the last minute still count against the account's quota.
     *
     * @param account the account's name, as in {@link PermitRequest#account()}
     */
    default void accountEnded(String account) {
        // a limiter that keeps nothing for an account has nothing to free
    }

    /**
     * Returns how much of an account's quota is in use now, for the console and JMX.
     *
     * @param account the account's name, as in {@link PermitRequest#account()}
     * @return empty if the limiter doesn't know the account or doesn't report its use
     */
    default Optional<LimiterUsage> usage(String account) {
        return Optional.empty();
    }
}
