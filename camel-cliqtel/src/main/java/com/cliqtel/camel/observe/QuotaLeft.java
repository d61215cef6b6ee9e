/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import java.util.Optional;

import com.cliqtel.camel.model.RateLimits;

/** What the last answer that spoke of it said is left of an account's quota. Thread-safe. */
public final class QuotaLeft implements Observer {

    private volatile RateLimits last;

    @Override
    public void quota(RateLimits left) {
        if (left.remaining() != null) {
            last = left;
        }
    }

    /** What was said last; empty while no answer has spoken of it. */
    public Optional<RateLimits> last() {
        return Optional.ofNullable(last);
    }
}
