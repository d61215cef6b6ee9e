/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.inbound;

import java.time.Duration;

/**
 * The counts of a run.
 *
 * @param messages inbound messages that arrived
 * @param lost messages that never ran the route
 * @param doubled additional runs of the route for a message
 * @param unexpected messages that ran the route but did not arrive
 * @param restarts restarts of the route, or deaths of its process
 * @param endedUnrecorded deaths of the process after a route had ended and before that was recorded
 * @param lists pages of lists that were read
 * @param simulated the length of the run by the simulator's clock
 */
public record InboundResult(
        int messages,
        long lost,
        long doubled,
        long unexpected,
        int restarts,
        long endedUnrecorded,
        int lists,
        Duration simulated) {

    /** Whether all was as promised. */
    public boolean kept() {
        return lost == 0 && unexpected == 0 && doubled <= endedUnrecorded;
    }
}
