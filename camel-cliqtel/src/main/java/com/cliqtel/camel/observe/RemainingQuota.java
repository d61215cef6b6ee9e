/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import java.util.Optional;

import com.cliqtel.camel.model.RateLimits;

/** What the last answer that spoke of it said is left of an account's quota; it tells others whose it is. Thread-safe. */
public final class RemainingQuota implements Observer {

    private final String account;
    private final Observer others;
    private volatile RateLimits last;

    /**
     * Nothing was said yet.
     *
     * @param account what tells the account from others; no secret
     * @param others are told whose quota it is
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

    /** What was said last; empty while no answer has spoken of it. */
    public Optional<RateLimits> last() {
        return Optional.ofNullable(last);
    }
}
