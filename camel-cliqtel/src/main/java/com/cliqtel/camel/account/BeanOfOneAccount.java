/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.util.IdentityHashMap;
import java.util.Map;

import com.cliqtel.camel.limit.RateLimiter;

/**
 * A limiter bean that belongs to one account, also if several components have it. With two accounts, a 429 for one would delay
 * the other. Thread-safe.
 */
final class BeanOfOneAccount {

    private static final Map<RateLimiter, Claim> CLAIMED = new IdentityHashMap<>();

    private final RateLimiter bean;

    /** The account that uses a bean, and the number of its reservations. */
    private record Claim(String account, int components) {}

    private BeanOfOneAccount(RateLimiter bean) {
        this.bean = bean;
    }

    /** @param bean the limiter bean; null for none, so that each account may be reserved */
    static BeanOfOneAccount of(RateLimiter bean) {
        return new BeanOfOneAccount(bean);
    }

    /**
     * Reserves the bean for an account.
     *
     * @throws IllegalStateException when another account uses it
     */
    void claim(String account) {
        synchronized (CLAIMED) {
            Claim known = CLAIMED.get(bean);
            if (bean == null) {
                return;
            }
            if (known != null && !known.account().equals(account)) {
                throw new IllegalStateException(
                        "The rateLimiter bean of " + bean.getClass().getName()
                                + " keeps the quota of account " + known.account() + ", so account " + account
                                + " can't use it: each account has a quota of its own. Use a component with a rateLimiter of its own"
                                + " for each account, or leave out the option rateLimiter.");
            }
            CLAIMED.put(bean, new Claim(account, known == null ? 1 : known.components() + 1));
        }
    }

    /** Ends one reservation. */
    void release(String account) {
        synchronized (CLAIMED) {
            CLAIMED.computeIfPresent(
                    bean, (same, known) -> known.components() == 1 ? null : new Claim(account, known.components() - 1));
        }
    }
}
