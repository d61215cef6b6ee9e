/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TrendTest {

    private static final double ALLOWED = 8;
    private static final int HALF_AN_HOUR = 180;

    /** One in 10 s. */
    private static Trend trend(int samples, DoubleUnaryOperator megabytes) {
        List<Sample> some = IntStream.range(0, samples)
                .mapToObj(i -> new Sample(
                        10.0 * i,
                        Math.round(1e6 * megabytes.applyAsDouble(10.0 * i)),
                        50,
                        0,
                        0,
                        false,
                        Sample.Done.NOTHING))
                .toList();
        return Trend.of(some, Sample::heapMegabytes);
    }

    private static DoubleUnaryOperator noise(double most) {
        SplittableRandom random = new SplittableRandom(1);
        return seconds -> 40 + most * random.nextDouble();
    }

    @Test
    void noiseIsFlat() {
        assertThat(trend(HALF_AN_HOUR, noise(3)).verdict(ALLOWED)).isEqualTo(Trend.Verdict.FLAT);
    }

    @Test
    void ignoresTheFirstFifth() {
        Trend trend = trend(HALF_AN_HOUR, seconds -> Math.min(40, 10 + seconds / 10));
        assertThat(trend.perHour()).isCloseTo(0, within(0.001));
        assertThat(trend.verdict(ALLOWED)).isEqualTo(Trend.Verdict.FLAT);
    }

    @Test
    void aLeakBelowNoiseIsGrowing() {
        DoubleUnaryOperator noise = noise(3);
        Trend trend = trend(HALF_AN_HOUR, seconds -> noise.applyAsDouble(seconds) + 12 * seconds / 3_600);
        assertThat(trend.perHour()).isCloseTo(12, within(2.0));
        assertThat(trend.verdict(ALLOWED)).isEqualTo(Trend.Verdict.GROWING);
    }

    @Test
    void reportsNoTrendForMinutes() {
        assertThat(trend(4, noise(3)).verdict(ALLOWED)).isEqualTo(Trend.Verdict.UNDECIDED);
        assertThat(trend(30, seconds -> seconds).verdict(ALLOWED)).isEqualTo(Trend.Verdict.UNDECIDED);
    }

    @Test
    void reportsUndecidedTrendsWithinNoise() {
        assertThat(trend(HALF_AN_HOUR, noise(60)).verdict(ALLOWED)).isEqualTo(Trend.Verdict.UNDECIDED);
    }

    @Test
    void theLineGoesThroughWhatIsStraight() {
        Trend trend = trend(HALF_AN_HOUR, seconds -> 20 + seconds / 100);
        assertThat(trend.perHour()).isCloseTo(36, within(0.01));
        assertThat(trend.at(1_000)).isCloseTo(30, within(0.01));
    }
}
