/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.cliqtel.camel.simulator.limit.Permit;
import com.cliqtel.camel.simulator.limit.RateLimits;
import com.cliqtel.camel.simulator.time.SimulatedTime;

/** Puts on every answer what every answer has: the account's date, and what is left of its minute. */
final class Stamping implements Answering {

    static final String LIMIT = "X-RateLimit-Limit";
    static final String REMAINING = "X-RateLimit-Remaining";

    // RFC 9110's form; the JDK's own RFC 1123 formatter writes the 3rd of a month with one digit
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

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

    Answer stamped(Answer answer) {
        Answer limited = answer.headers().containsKey(LIMIT) ? answer : withPermit(answer, limits.look());
        return limited.with("Date", DATE.format(time.now()));
    }

    static Answer withPermit(Answer answer, Permit permit) {
        return answer.with(LIMIT, permit.limit()).with(REMAINING, permit.remaining());
    }
}
