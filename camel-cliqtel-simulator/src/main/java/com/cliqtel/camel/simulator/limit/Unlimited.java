/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.limit;

import java.time.Instant;

/** A window that refuses nothing. */
final class Unlimited implements RateWindow {

    @Override
    public Permit take(Instant now) {
        return Permit.granted(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public int remaining(Instant now) {
        return Integer.MAX_VALUE;
    }
}
