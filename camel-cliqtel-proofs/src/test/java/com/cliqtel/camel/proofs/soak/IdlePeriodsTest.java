/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.proofs.settings.TimeScale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdlePeriodsTest {

    private static final SoakPlan.Intervals RHYTHM = new SoakPlan.Intervals(
            new TimeScale(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(8));

    @Test
    void oneEndsEachPeriodAndIsNearlyOverWhenItsLastSamplesAreTaken() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(3).toNanos());
        IdlePeriods rests = new IdlePeriods(RHYTHM, now::get);
        List<Integer> resting = new ArrayList<>();
        List<Integer> nearlyOver = new ArrayList<>();
        for (int second = 0; second < 40; second++) {
            if (rests.isIdle()) {
                resting.add(second);
            }
            if (rests.isNearlyOver()) {
                nearlyOver.add(second);
            }
            now.addAndGet(Duration.ofSeconds(1).toNanos());
        }

        assertThat(resting).containsExactly(12, 13, 14, 15, 16, 17, 18, 19, 32, 33, 34, 35, 36, 37, 38, 39);
        assertThat(nearlyOver).containsExactly(17, 18, 19, 37, 38, 39);
    }
}
