/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.time.Duration;
import java.util.Set;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.time.ManualTime;

/** What happens at the account's end in the middle of a test. */
public final class When {

    private final Simulator simulator;
    private final ManualTime time;
    private final CliqtelSimulator.Time kind;
    private final Set<String> deadPhones;

    /** The time is null if it cannot be moved. */
    When(Simulator simulator, ManualTime time, CliqtelSimulator.Time kind, Set<String> deadPhones) {
        this.simulator = simulator;
        this.time = time;
        this.kind = kind;
        this.deadPhones = deadPhones;
    }

    /**
     * An SMS arrives.
     *
     * @param from the sender, in any form: senders may be short codes or names
     * @param to one of the account's numbers
     * @param text what it says
     * @return the message
     * @throws java.util.NoSuchElementException when the account has no such number
     */
    public Message messageArrives(String from, String to, String text) {
        return simulator.receive(from, to, text);
    }

    /**
     * A message that was sent is delivered now, however long it would have taken.
     *
     * @param id of the message
     * @return this
     * @throws java.util.NoSuchElementException when the account has sent no such message
     */
    public When messageIsDelivered(long id) {
        simulator.deliver(id);
        return this;
    }

    /**
     * A message that was sent fails now.
     *
     * @param id of the message
     * @return this
     * @throws java.util.NoSuchElementException when the account has sent no such message
     */
    public When messageFails(long id) {
        simulator.fail(id);
        return this;
    }

    /**
     * Phones go dead: messages to them fail from now on, those on their way among them.
     *
     * @param phones in E.164 format
     * @return this
     * @throws IllegalArgumentException when one is not
     */
    public When phoneGoesDead(String... phones) {
        for (String phone : phones) {
            deadPhones.add(PhoneArguments.requireE164(phone));
        }
        return this;
    }

    /**
     * Phones that went dead come back: messages that have not failed by now are delivered.
     *
     * @param phones in E.164 format
     * @return this
     */
    public When phoneComesBack(String... phones) {
        for (String phone : phones) {
            deadPhones.remove(PhoneArguments.requireE164(phone));
        }
        return this;
    }

    /**
     * Calls go wrong from now on.
     *
     * @param rules take precedence over existing rules; they count from now on
     * @return this
     */
    public When callsGoWrong(FaultRule... rules) {
        simulator.faults().add(rules);
        return this;
    }

    /**
     * Nothing goes wrong with calls any more.
     *
     * @return this
     */
    public When callsGoWell() {
        simulator.faults().clear();
        return this;
    }

    /**
     * Time passes, and what falls due meanwhile happens. Webhooks are sent by threads of their own: {@link Then} waits for them.
     *
     * @param duration zero or more
     * @return this
     * @throws IllegalStateException when time is not moved by hand
     */
    public When timePasses(Duration duration) {
        if (time == null) {
            throw new IllegalStateException("Time passes by itself here, for it is " + kind
                    + ": to move it by hand, say @CliqtelSimulator(time = MANUAL)");
        }
        time.advance(duration);
        return this;
    }
}
