/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Defines which calls get a fault, and which fault. Immutable: each simulator counts calls for itself.
 *
 * <pre>{@code
 * FaultRule.sends(Fault.afterAcceptance(Symptom.reset())).nth(3)
 * FaultRule.calls(Fault.beforeAcceptance(Symptom.tooManyRequests().retryAfter(5))).lasting(Duration.ofSeconds(30))
 * FaultRule.sends(Mix.seeded(42).with(10, Fault.beforeAcceptance(Symptom.status(503).html())))
 * }</pre>
 *
 * @param what the fault
 * @param calls which calls it is for; must be safe for use by several threads
 * @param occurrence which of the matching calls get the fault
 */
public record FaultRule(FaultChoice what, Predicate<IncomingCall> calls, Occurrence occurrence) {

    /** Refuses nothing but null. */
    public FaultRule {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(calls, "calls");
        Objects.requireNonNull(occurrence, "occurrence");
    }

    /**
     * Strikes every call, whatever it is.
     *
     * @param what by what
     * @return the rule
     */
    public static FaultRule calls(FaultChoice what) {
        return calls(CallMatch.CALLS, what);
    }

    /**
     * Strikes every call that is as described.
     *
     * @param match which calls
     * @param what by what
     * @return the rule
     */
    public static FaultRule calls(CallMatch match, FaultChoice what) {
        return new FaultRule(what, match, new Occurrence.Always());
    }

    /**
     * Strikes every POST of a message.
     *
     * @param what by what
     * @return the rule
     */
    public static FaultRule sends(FaultChoice what) {
        return calls(CallMatch.SENDS, what);
    }

    /**
     * The same, for fewer calls. A script shows such a condition, but cannot bring it back; what {@link CallMatch} says, it can.
     *
     * @param condition true for those it is still for; must be safe for use by several threads
     * @return the rule
     */
    public FaultRule where(Predicate<IncomingCall> condition) {
        return new FaultRule(what, ConditionalMatch.of(calls, condition), occurrence);
    }

    /**
     * Returns a copy for a single one of the matching calls.
     *
     * @param n its number among them, from 1
     * @return the rule
     * @throws IllegalArgumentException when it is less than 1
     */
    public FaultRule nth(long n) {
        return new FaultRule(what, calls, new Occurrence.Nth(n));
    }

    /**
     * Returns a copy for the next matching calls only.
     *
     * @param n how many, from 1
     * @return the rule
     * @throws IllegalArgumentException when it is less than 1
     */
    public FaultRule next(long n) {
        return new FaultRule(what, calls, new Occurrence.Next(n));
    }

    /**
     * Returns a copy that is active for a limited time, from when it is given to the simulator.
     *
     * @param duration zero to 365 days, in the simulator's time
     * @return the rule
     * @throws IllegalArgumentException when it is no such while
     */
    public FaultRule lasting(Duration duration) {
        return new FaultRule(what, calls, new Occurrence.Lasting(duration));
    }

    /**
     * The calls it is for, as far as they can be described.
     *
     * @return all calls where there is no description
     */
    public CallMatch match() {
        return calls instanceof CallMatch match
                ? match
                : ConditionalMatch.of(calls, call -> true).match();
    }

    /**
     * Whether a description says all of which calls it is for.
     *
     * @return false when there is a condition in Java
     */
    public boolean isDescribed() {
        return calls instanceof CallMatch;
    }

    boolean isEarly() {
        return what instanceof Fault fault && fault.isEarly();
    }
}
