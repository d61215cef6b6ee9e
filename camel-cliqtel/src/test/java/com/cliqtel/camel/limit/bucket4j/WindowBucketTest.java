/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit.bucket4j;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.limit.Window;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WindowBucketTest {

    private static final Duration SLACK = Duration.ofSeconds(4);

    @Test
    void holdsFiveAndGetsSome52AMinuteOf60() {
        assertThat(WindowBucket.of(60, Window.MINUTE, SLACK))
                .isEqualTo(new WindowBucket(5, 56, Duration.ofMillis(64_250)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 11, 12, 13, 24, 59, 60, 600})
    void givesNoMoreThanTheLimitInAnyWindowWithRoomForALateOne(int limit) {
        AtomicLong clock = new AtomicLong();
        Bandwidth bandwidth =
                WindowBucket.of(limit, Window.MINUTE, SLACK).configuration().getBandwidths()[0];
        io.github.bucket4j.Bucket bucket = io.github.bucket4j.Bucket.builder()
                .addLimit(bandwidth)
                .withCustomTimePrecision(time(clock))
                .build();
        // it fills up first, which is the worst
        clock.addAndGet(Duration.ofHours(1).toNanos());
        List<Long> drawn = new ArrayList<>();
        while (drawn.size() < 5 * limit + 5) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) {
                drawn.add(clock.get());
            } else {
                // it says 0 for what is less than a nanosecond
                clock.addAndGet(Math.max(1, probe.getNanosToWaitForRefill()));
            }
        }
        long late = Window.MINUTE.length().plus(SLACK).toNanos();
        for (int i = limit; i < drawn.size(); i++) {
            assertThat(drawn.get(i) - drawn.get(i - limit)).isGreaterThanOrEqualTo(late);
        }
    }

    @Test
    void isAnotherOneWhenTheLimitIsAnotherOne() {
        assertThat(WindowBucket.of(60, Window.MINUTE, SLACK).key("cliqtel"))
                .isNotEqualTo(WindowBucket.of(59, Window.MINUTE, SLACK).key("cliqtel"));
    }

    private static TimeMeter time(AtomicLong clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }
}
