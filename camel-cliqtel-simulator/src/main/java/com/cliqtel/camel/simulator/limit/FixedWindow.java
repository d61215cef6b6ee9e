/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A window with a beginning and an end: what it held is forgotten at once at its end. Where it begins when a call comes
 * outside any window is what tells {@link WindowKind#FIRST_HIT} from {@link WindowKind#CLOCK}.
 */
final class FixedWindow implements RateWindow {

    private final int limit;
    private final Duration length;
    private final UnaryOperator<Instant> opening;
    private Instant end = Instant.MIN;
    private int used;

    FixedWindow(int limit, Duration length, UnaryOperator<Instant> opening) {
        this.limit = limit;
        this.length = length;
        this.opening = opening;
    }

    @Override
    public Permit take(Instant now) {
        if (over(now)) {
            end = opening.apply(now).plus(length);
            used = 0;
        }
        if (used == limit) {
            return Permit.refused(limit, Duration.between(now, end));
        }
        used++;
        return Permit.granted(limit, limit - used);
    }

    @Override
    public int remaining(Instant now) {
        return over(now) ? limit : limit - used;
    }

    private boolean over(Instant now) {
        return !now.isBefore(end);
    }

    /** The last instant before {@code now}, or {@code now} itself, that is a multiple of {@code length} since 1970. */
    static Instant aligned(Instant now, Duration length) {
        return now.minusMillis(Math.floorMod(now.toEpochMilli(), length.toMillis()))
                .minusNanos(now.getNano() % 1_000_000);
    }
}
