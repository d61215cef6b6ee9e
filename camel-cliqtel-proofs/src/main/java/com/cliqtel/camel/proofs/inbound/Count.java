/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.inbound;

import java.time.Duration;

/**
 * What came of a run.
 *
 * @param messages how many arrived
 * @param lost how many of them no route was told of
 * @param doubled how often a route was told of one again
 * @param strangers how many messages a route was told of that did not arrive
 * @param restarts how often the route was stopped and started, or its process died
 * @param endedUnnoted how often a process died between the end of a route and its being noted
 * @param lists how many pages were asked for
 * @param simulated how long it took by the simulator's clock
 */
public record Count(
        int messages,
        long lost,
        long doubled,
        long strangers,
        int restarts,
        long endedUnnoted,
        int lists,
        Duration simulated) {

    /** Whether all was as promised. */
    public boolean kept() {
        return lost == 0 && strangers == 0 && doubled <= endedUnnoted;
    }
}
