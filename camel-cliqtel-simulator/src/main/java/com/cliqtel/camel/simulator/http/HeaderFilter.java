/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import com.cliqtel.camel.simulator.limit.Permit;
import com.cliqtel.camel.simulator.limit.RateLimits;
import com.cliqtel.camel.simulator.time.HttpDate;
import com.cliqtel.camel.simulator.time.SimulatedTime;

/** Adds the headers that every answer has: the date, and the rate limit with its remaining calls. */
final class HeaderFilter implements Responder {

    static final String LIMIT = "X-RateLimit-Limit";
    static final String REMAINING = "X-RateLimit-Remaining";

    private final RateLimits limits;
    private final SimulatedTime time;
    private final Responder next;

    HeaderFilter(RateLimits limits, SimulatedTime time, Responder next) {
        this.limits = limits;
        this.time = time;
        this.next = next;
    }

    @Override
    public Answer answer(ApiCall call) {
        return withHeaders(next.answer(call));
    }

    /** Adds the headers that the answer doesn't have yet. */
    Answer withHeaders(Answer answer) {
        Answer limited = answer.headers().containsKey(LIMIT) ? answer : withPermit(answer, limits.look());
        return withDate(limited);
    }

    /** Adds the date only, as a gateway does. */
    Answer withDate(Answer answer) {
        return answer.orElse("Date", HttpDate.write(time.now()));
    }

    static Answer withPermit(Answer answer, Permit permit) {
        return answer.orElse(LIMIT, permit.limit()).orElse(REMAINING, permit.remaining());
    }
}
