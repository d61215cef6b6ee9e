/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** A window that ends now, wherever now is: each call is forgotten one length after it came. */
final class SlidingLog implements RateWindow {

    private final int limit;
    private final Duration length;
    private final Deque<Instant> granted = new ArrayDeque<>();

    SlidingLog(int limit, Duration length) {
        this.limit = limit;
        this.length = length;
    }

    @Override
    public Permit take(Instant now) {
        forget(now);
        if (granted.size() == limit) {
            return Permit.refused(
                    limit, Duration.between(now, granted.peekFirst().plus(length)));
        }
        granted.addLast(now);
        return Permit.granted(limit, limit - granted.size());
    }

    @Override
    public int remaining(Instant now) {
        forget(now);
        return limit - granted.size();
    }

    private void forget(Instant now) {
        Instant gone = now.minus(length);
        while (!granted.isEmpty() && !granted.peekFirst().isAfter(gone)) {
            granted.removeFirst();
        }
    }
}
