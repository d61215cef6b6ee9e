/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.time.Duration;

import com.cliqtel.camel.simulator.fault.Faults;
import com.cliqtel.camel.simulator.fault.Hold;

/** What the simulator does with a POST that it has read when the calling process dies. */
@FunctionalInterface
interface PostOutcome {

    /** It is never accepted. */
    PostOutcome DROPPED = (hold, order, faults) -> hold.reset();

    /** It is accepted once the caller is dead. */
    PostOutcome ACCEPTED = (hold, order, faults) -> hold.release();

    /** It is accepted after the first look for it, and before the next one. */
    PostOutcome ACCEPTED_BETWEEN_LOOKS = (hold, order, faults) -> {
        Hold look = faults.holdNext(Hold.Point.AFTER_ACCEPTANCE, InterruptionPoint.isLookFor(order));
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

    void applyTo(Hold hold, KeyedSms order, Faults faults);
}
