/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LimiterSettingsTest {

    @Test
    void namesTheOptionThatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LimiterSettings(-1, 10, 1))
                .withMessage("requestsPerMinute must be 0 (no limit) or more, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LimiterSettings(60, -1, 1))
                .withMessage("messagesPerSecond must be 0 (no limit) or more, not -1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.01, 3, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAShareThatIsNone(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LimiterSettings(60, 10, share))
                .withMessage("quotaShare must be more than 0 and at most 1 (with three nodes, 0.333), not " + share);
    }

    @ParameterizedTest
    @CsvSource({
        "60, 1, 60, 60250",
        "60, 0.333, 19, 60250",
        "60, 0.3333333333333333, 20, 60250",
        "100, 0.29, 29, 60250",
        "1, 0.5, 1, 120250",
        "10, 0.05, 1, 120250",
        "0, 0.5, 2147483647, 0",
        "2147483647, 1, 2147483647, 60250"
    })
    void aShareIsWholePermitsOrOneInALongerTime(int perMinute, double share, int permits, long holdMillis) {
        assertThat(new LimiterSettings(perMinute, 10, share).ofTheMinute())
                .isEqualTo(new WindowAllowance(
                        permits, Duration.ofMillis(holdMillis).toNanos()));
    }

    @Test
    void refusesWindowsAndDemandsThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(Duration.ofDays(400), Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(Duration.ofSeconds(1), Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PermitRequest("account", Purpose.CALL, false, Duration.ofMillis(-1)))
                .withMessage("maxWait must be zero or more, not PT-0.001S");
    }
}
