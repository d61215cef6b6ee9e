/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import com.cliqtel.camel.simulator.account.ErrorCode;
import com.cliqtel.camel.simulator.limit.Permit;
import com.cliqtel.camel.simulator.limit.RateLimits;

/**
 * Counts calls against the limit of a minute, refuses those beyond it, and adds the limit's headers (reference: Rate Limits).
 */
final class RateLimitFilter implements Responder {

    private final RateLimits limits;
    private final Responder next;

    RateLimitFilter(RateLimits limits, Responder next) {
        this.limits = limits;
        this.next = next;
    }

    @Override
    public Answer answer(ApiCall call) {
        Permit permit = limits.call();
        return HeaderFilter.withPermit(permit.granted() ? next.answer(call) : tooMany(permit), permit);
    }

    static Answer tooMany(Permit permit) {
        return Answer.error(429, ErrorCode.RATE_LIMITED.word(), "Too many requests")
                .with("Retry-After", permit.retryAfterSeconds());
    }
}
