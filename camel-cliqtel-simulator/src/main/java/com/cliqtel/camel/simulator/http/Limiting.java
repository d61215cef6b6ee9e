/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import com.cliqtel.camel.simulator.account.ErrorCode;
import com.cliqtel.camel.simulator.limit.Permit;
import com.cliqtel.camel.simulator.limit.RateLimits;

/** Lets through what the account's minute has room for, and tells every caller what is left (reference: Rate Limits). */
final class Limiting implements Answering {

    private final RateLimits limits;
    private final Answering next;

    Limiting(RateLimits limits, Answering next) {
        this.limits = limits;
        this.next = next;
    }

    @Override
    public Answer answer(ApiCall call) {
        Permit permit = limits.call();
        return Stamping.withPermit(permit.granted() ? next.answer(call) : tooMany(permit), permit);
    }

    static Answer tooMany(Permit permit) {
        return Answer.error(429, ErrorCode.RATE_LIMITED.word(), "Too many requests")
                .with("Retry-After", permit.retryAfterSeconds());
    }
}
