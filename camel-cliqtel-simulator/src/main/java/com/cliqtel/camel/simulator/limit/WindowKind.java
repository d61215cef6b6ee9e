/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.limit;

import java.time.Duration;

/** How a server counts the calls of a stretch of time. The reference does not say which way Cliqtel counts. */
public enum WindowKind {
    /** Fixed, opening at the first call after the last one ended, as Laravel does. The default. */
    FIRST_HIT {
        @Override
        RateWindow open(int limit, Duration length) {
            return new FixedWindow(limit, length, now -> now);
        }
    },
    /** Fixed, by the clock: every full minute, every full second. */
    CLOCK {
        @Override
        RateWindow open(int limit, Duration length) {
            return new FixedWindow(limit, length, now -> FixedWindow.aligned(now, length));
        }
    },
    /** Sliding: no stretch of that length, wherever it begins, holds more. */
    SLIDING {
        @Override
        RateWindow open(int limit, Duration length) {
            return new SlidingLog(limit, length);
        }
    },
    /** A token bucket that holds as many as the limit, is full at first, and is refilled evenly. */
    TOKEN_BUCKET {
        @Override
        RateWindow open(int limit, Duration length) {
            return new TokenBucket(limit, length);
        }
    };

    abstract RateWindow open(int limit, Duration length);

    final RateWindow window(int limit, Duration length) {
        return limit == 0 ? new Unlimited() : open(limit, length);
    }
}
