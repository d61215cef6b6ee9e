/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.time;

import java.time.Instant;

/** Another time by a wrong clock. */
record SkewedTime(SimulatedTime right, ClockSkew skew) implements SimulatedTime {

    @Override
    public Instant now() {
        return right.now().plus(skew.ahead());
    }

    @Override
    public void at(Instant due, Runnable task) {
        right.at(due.minus(skew.ahead()), task);
    }
}
