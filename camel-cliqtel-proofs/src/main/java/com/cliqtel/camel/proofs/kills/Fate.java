/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.time.Duration;

import com.cliqtel.camel.simulator.fault.Faults;
import com.cliqtel.camel.simulator.fault.Hold;

/** What becomes of a POST that the simulator has read when its caller dies. */
@FunctionalInterface
interface Fate {

    /** It is never accepted. */
    Fate DROPPED = (hold, order, faults) -> hold.reset();

    /** It is accepted once the caller is dead. */
    Fate ACCEPTED = (hold, order, faults) -> hold.release();

    /** It is accepted after the first look for it, and before the next one. */
    Fate ACCEPTED_BETWEEN_LOOKS = (hold, order, faults) -> {
        Hold look = faults.holdNext(Hold.Point.AFTER_ACCEPTANCE, Station.isLookFor(order));
        Thread waiting = new Thread(
                () -> {
                    try {
                        look.awaitArrival(Duration.ofMinutes(1));
                    } finally {
                        hold.release();
                        look.release();
                    }
                },
                "between looks");
        waiting.setDaemon(true);
        waiting.start();
    };

    void befall(Hold hold, Order order, Faults faults);
}
