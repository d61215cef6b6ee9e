/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The clock that leases are counted by, over a monotonic clock and a wall clock of the test's. */
class LeaseClockTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final AtomicLong millis = new AtomicLong(1_800_000_000_000L);
    private final LeaseClock clock = new LeaseClock(nanos::get, millis::get);
    private final long start = clock.getAsLong();

    private void pass(Duration monotonic, Duration wall) {
        nanos.addAndGet(monotonic.toNanos());
        millis.addAndGet(wall.toMillis());
    }

    private Duration passed() {
        return Duration.ofNanos(clock.getAsLong() - start);
    }

    @Test
    void runsWithBothClocks() {
        pass(Duration.ofMinutes(3), Duration.ofMinutes(3));
        assertThat(passed()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void countsTheTimeInWhichTheMachineWasSuspended() {
        pass(Duration.ofSeconds(1), Duration.ofHours(1).plusSeconds(1));
        assertThat(passed()).isEqualTo(Duration.ofHours(1).plusSeconds(1));
        pass(Duration.ofSeconds(1), Duration.ofHours(2).plusSeconds(1));
        assertThat(passed()).isEqualTo(Duration.ofHours(3).plusSeconds(2));
    }

    @Test
    void ignoresAWallClockThatIsSetBack() {
        pass(Duration.ofSeconds(10), Duration.ofHours(-1));
        assertThat(passed()).isEqualTo(Duration.ofSeconds(10));
        pass(Duration.ofSeconds(10), Duration.ofSeconds(10));
        assertThat(passed()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void noticesEachJumpAheadAlsoAfterTheWallClockWasSetBack() {
        pass(Duration.ZERO, Duration.ofHours(1));
        assertThat(passed()).isEqualTo(Duration.ofHours(1));
        pass(Duration.ZERO, Duration.ofHours(-1));
        assertThat(passed()).isEqualTo(Duration.ofHours(1));
        pass(Duration.ZERO, Duration.ofHours(1));
        assertThat(passed()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void isNotMovedByTheNoiseOfReadingTwoClocks() {
        for (int i = 0; i < 10_000; i++) {
            pass(Duration.ofMillis(1), Duration.ofMillis(i % 2 * 2));
            clock.getAsLong();
        }
        assertThat(passed()).isEqualTo(Duration.ofSeconds(10));
    }
}
