/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.util.function.Predicate;

/** A description of calls with an additional condition in Java, which a script can't express. */
record ConditionalMatch(CallMatch match, Predicate<IncomingCall> condition) implements Predicate<IncomingCall> {

    static ConditionalMatch of(Predicate<IncomingCall> calls, Predicate<IncomingCall> condition) {
        if (calls instanceof CallMatch match) {
            return new ConditionalMatch(match, condition);
        }
        return calls instanceof ConditionalMatch narrowed
                ? new ConditionalMatch(narrowed.match(), narrowed.condition().and(condition))
                : new ConditionalMatch(CallMatch.CALLS, calls.and(condition));
    }

    @Override
    public boolean test(IncomingCall call) {
        return match.test(call) && condition.test(call);
    }
}
