/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import com.cliqtel.camel.simulator.limit.Permit;
import com.cliqtel.camel.simulator.limit.RateLimits;
import com.cliqtel.camel.simulator.time.HttpDate;
import com.cliqtel.camel.simulator.time.SimulatedTime;

/** Puts on every answer what every answer has: the account's date, and what is left of its minute. */
final class Stamping implements Answering {

    static final String LIMIT = "X-RateLimit-Limit";
    static final String REMAINING = "X-RateLimit-Remaining";

    private final RateLimits limits;
    private final SimulatedTime time;
    private final Answering next;

    Stamping(RateLimits limits, SimulatedTime time, Answering next) {
        this.limits = limits;
        this.time = time;
        this.next = next;
    }

    @Override
    public Answer answer(ApiCall call) {
        return stamped(next.answer(call));
    }

    /** What an answer brings of its own stays. */
    Answer stamped(Answer answer) {
        Answer limited = answer.headers().containsKey(LIMIT) ? answer : withPermit(answer, limits.look());
        return dated(limited);
    }

    /** What a gateway's answer has. */
    Answer dated(Answer answer) {
        return answer.orElse("Date", HttpDate.write(time.now()));
    }

    static Answer withPermit(Answer answer, Permit permit) {
        return answer.orElse(LIMIT, permit.limit()).orElse(REMAINING, permit.remaining());
    }
}
