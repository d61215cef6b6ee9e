/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * A rate limiter that keeps a quota for each account: the component's own limiter. It uses the whole quota of each account and
 * never exceeds it. An account's requests never delay those of another one. Thread-safe.
 *
 * <p>Internal.
 */
public final class PerAccountRateLimiter implements RateLimiter, AutoCloseable {

    private final Map<String, AccountRateLimiter> limiters = new ConcurrentHashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Function<String, AccountRateLimiter> opening;

    private PerAccountRateLimiter(Function<String, AccountRateLimiter> opening) {
        this.opening = opening;
    }

    /**
     * Creates a limiter for the accounts of one process. An account starts carefully: until the first answer says what is left of
     * the quota, requests leave one at a time, since another process may have used the quota just before.
     *
     * @param clock nanoseconds of a clock that never goes back, such as {@link System#nanoTime}; it may begin at any number
     * @param timer wakes the limiter; not closed with it
     */
    public PerAccountRateLimiter(LimiterSettings settings, LongSupplier clock, WakeUpTimer timer) {
        this(account -> new AccountRateLimiter(settings, clock, timer));
    }

    /**
     * Creates a limiter for accounts that several processes share. Each permit is drawn from the account's {@link SharedQuota}.
     *
     * <p>If the shared quota doesn't answer within a second, it is unavailable. Then no request is made for a window, since other
     * processes may have used the whole quota just before. After that this process uses its own part,
     * {@link LimiterSettings#quotaShare}, and tries the shared quota again every second. When that is back, both limits apply for
     * a window. So two ways of sharing never overlap in one window of the server, if the shared quota is unavailable for all
     * processes or for none. A process that alone can't reach it uses its part in addition to what the others draw.
     *
     * <p>A permit must be drawn first, so none is free at once. A {@link PermitRequest#maxWait()} of zero is always too short.
     *
     * @param settings the quota of each account; the share is what this process uses while the shared quota is unavailable, such
     *     as 1/3 with three processes
     * @param quotas returns the shared quota of an account
     * @param clock as for the constructor
     * @param timer as for the constructor
     */
    public static PerAccountRateLimiter shared(
            LimiterSettings settings, Function<String, SharedQuota> quotas, LongSupplier clock, WakeUpTimer timer) {
        return new PerAccountRateLimiter(account ->
                new AccountRateLimiter(new SharedPermitLimits(settings, quotas.apply(account), timer), clock, timer));
    }

    @Override
    public PermitTicket acquire(PermitRequest request) {
        AccountRateLimiter known = limiters.get(request.account());
        PermitTicket ticket = known == null ? null : known.acquire(request);
        while (ticket == null) {
            // the account is new, or its limiter has just retired
            ticket = open(request.account()).acquire(request);
        }
        return ticket;
    }

    private synchronized AccountRateLimiter open(String account) {
        retireEnded();
        AccountRateLimiter limiter = limiters.computeIfAbsent(account, opening);
        if (closed.get()) {
            limiter.close();
        }
        return limiter;
    }

    /** Frees what is kept for an account, once none of its permits is in use. */
    @Override
    public synchronized void accountEnded(String account) {
        ended.add(account);
        retireEnded();
    }

    private void retireEnded() {
        ended.removeIf(account -> {
            AccountRateLimiter limiter = limiters.get(account);
            boolean retired = limiter == null || limiter.retire();
            if (retired) {
                limiters.remove(account);
            }
            return retired;
        });
    }

    @Override
    public Optional<LimiterUsage> usage(String account) {
        return Optional.of(open(account).usage());
    }

    /** Ends each waiting ticket, and each later one, with {@link LimiterClosedException}. Permits in use remain valid. */
    @Override
    public void close() {
        closed.set(true);
        limiters.values().forEach(AccountRateLimiter::close);
    }

    @Override
    public String toString() {
        return "PerAccountRateLimiter" + limiters;
    }
}
