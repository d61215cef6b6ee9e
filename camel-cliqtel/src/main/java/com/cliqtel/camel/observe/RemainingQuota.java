/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import java.util.Optional;

import com.cliqtel.camel.wire.RateLimits;

/** Keeps an account's quota according to the last answer, and passes it on with the account's name. Thread-safe. */
public final class RemainingQuota implements Observer {

    private final String account;
    private final Observer others;
    private volatile RateLimits last;

    /**
     * Creates it without a quota.
     *
     * @param account the name of the account; no secret
     * @param others the observers that get the quota with the account's name
     */
    public RemainingQuota(String account, Observer others) {
        this.account = account;
        this.others = others;
    }

    @Override
    public void quota(RateLimits left) {
        if (left.remaining() != null) {
            last = left;
            others.quotaOf(account, left);
        }
    }

    /** Returns the last quota; empty before the first answer with one. */
    public Optional<RateLimits> last() {
        return Optional.ofNullable(last);
    }
}
