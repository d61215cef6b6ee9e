/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that goes wrong with a call: whether the call reaches the account all the same, and what its client sees.
 * Immutable.
 *
 * @param name what it is called in {@code Simulator.calls()}; not empty
 * @param acceptance whether the call reaches the account
 * @param symptom what the client sees
 */
public record Fault(String name, Acceptance acceptance, Symptom symptom) implements FaultChoice, Injection {

    /**
     * Refuses what cannot be.
     *
     * @throws IllegalArgumentException when there would be no real answer for a symptom that needs one, when a call would
     *     be accepted before its body is read, or when there is no name
     */
    public Fault {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A fault must have a name. Right would be: \"" + symptom.words() + "\"");
        }
        boolean answered = acceptance instanceof Acceptance.First;
        if (symptom.needsAnswer() && !answered) {
            throw new IllegalArgumentException("\"" + symptom.words() + "\" spoils the real answer, and " + acceptance
                    + " there is none. Right would be: Fault.afterAcceptance(…)");
        }
        if (symptom == Symptom.earlyReset() && !(acceptance instanceof Acceptance.Never)) {
            throw new IllegalArgumentException(
                    "An early reset leaves the body unread, so nothing can be accepted. Right would be: Symptom.reset()");
        }
    }

    /**
     * The call does not reach the account: its message is certainly not accepted, and it uses nothing of the limits.
     *
     * @param symptom what the client sees
     * @return the fault
     * @throws IllegalArgumentException when the symptom needs the real answer
     */
    public static Fault beforeAcceptance(Symptom symptom) {
        return of(new Acceptance.Never(), symptom);
    }

    /**
     * The call reaches the account as any other: a message is accepted, charged and will be delivered, if its request is
     * right. What the account answers is lost or spoilt on its way back.
     *
     * @param symptom what the client sees
     * @return the fault
     * @throws IllegalArgumentException when the symptom is an early reset
     */
    public static Fault afterAcceptance(Symptom symptom) {
        return of(new Acceptance.First(), symptom);
    }

    /**
     * The call reaches the account a while after it came in, whatever the client has seen by then: a message is accepted
     * with the time of then. The limits count it then, and may refuse it.
     *
     * @param delay zero to 365 days, in the simulator's time
     * @param symptom what the client sees
     * @return the fault
     * @throws IllegalArgumentException when the symptom needs the real answer or is an early reset, or it is no such delay
     */
    public static Fault lateAcceptance(Duration delay, Symptom symptom) {
        return of(new Acceptance.Late(delay), symptom);
    }

    /**
     * The same under another name.
     *
     * @param newName not empty
     * @return the fault
     */
    public Fault named(String newName) {
        return new Fault(newName, acceptance, symptom);
    }

    @Override
    public Function<IncomingCall, Optional<Fault>> chooser() {
        return call -> Optional.of(this);
    }

    boolean isEarly() {
        return symptom == Symptom.earlyReset();
    }

    /**
     * One under the name it has by itself.
     *
     * @param acceptance whether the call reaches the account
     * @param symptom what the client sees
     * @return the fault
     * @throws IllegalArgumentException when they don't go together
     */
    public static Fault of(Acceptance acceptance, Symptom symptom) {
        return new Fault(symptom.words() + " " + acceptance, acceptance, symptom);
    }
}
