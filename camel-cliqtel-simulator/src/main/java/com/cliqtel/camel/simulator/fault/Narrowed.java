/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.util.function.Predicate;

/** A description, and a condition that only Java knows. */
record Narrowed(CallMatch match, Predicate<IncomingCall> condition) implements Predicate<IncomingCall> {

    static Narrowed of(Predicate<IncomingCall> calls, Predicate<IncomingCall> condition) {
        if (calls instanceof CallMatch match) {
            return new Narrowed(match, condition);
        }
        return calls instanceof Narrowed narrowed
                ? new Narrowed(narrowed.match(), narrowed.condition().and(condition))
                : new Narrowed(CallMatch.CALLS, calls.and(condition));
    }

    @Override
    public boolean test(IncomingCall call) {
        return match.test(call) && condition.test(call);
    }
}
