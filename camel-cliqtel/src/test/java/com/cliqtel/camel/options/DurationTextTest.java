/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.fixture.LogCapture;
import com.cliqtel.camel.fixture.StartedMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Durations and numbers as they are written in properties and URIs. */
class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "30s, PT30S",
        "500ms, PT0.5S",
        "1h30m, PT1H30M",
        "3d, PT72H",
        "2m500ms, PT2M0.5S",
        "1500, PT1.5S",
        "0, PT0S",
        "' 30s ', PT30S",
        "PT30S, PT30S",
        "pt0.25s, PT0.25S",
        "P2D, PT48H"
    })
    void readsWhatCamelReads(String written, Duration meant) {
        assertThat(DurationText.read("maxWait", written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forever",
                "abc",
                "10x",
                "",
                "30 s",
                "30S",
                "5m30",
                "1w",
                "-5s",
                "-1",
                "PT-5S",
                "1.5s",
                "PTforever",
                "s",
                "99999999999999999999",
                "9223372036854775807s",
                "P999999999999D",
                "30,000",
                "infinite"
            })
    void refusesWhatCamelWouldReadAsSomethingElse(String written) {
        assertThatThrownBy(() -> DurationText.read("maxWait", written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("maxWait is '" + written.trim() + "'")
                .hasMessageContaining("such as 30s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "30", "999"})
    void refusesANumberBelowAThousandWithoutAUnit(String written) {
        assertThatThrownBy(() -> DurationText.read("maxWait", written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("milliseconds: write " + written + "s for seconds, or " + written + "ms");
    }

    static List<String> durationsOfTheComponent() {
        return List.of(
                "maxWait",
                "requestTimeout",
                "connectTimeout",
                "settlingTime",
                "overlap",
                "giveUpAfter",
                "webhookMaxAge");
    }

    @ParameterizedTest
    @MethodSource("durationsOfTheComponent")
    void everyDurationOfTheComponentIsRefusedAtStartWhereItCannotBeRead(String option) {
        for (String written : List.of("forever", "10x", "30")) {
            assertThatThrownBy(() -> StartedMain.with(Map.of("apiKey", "canary-key", option, written))
                            .close())
                    .as("%s=%s", option, written)
                    .hasStackTraceContaining(option + " is ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send?maxWait=forever", "send?settlingTime=30", "send?requestTimeout=10x", "list?connectTimeout=abc",
                "webhook?webhookMaxAge=7", "inbound?overlap=2x", "status?giveUpAfter=never", "inbound?delay=often",
                "inbound?initialDelay=1x"
            })
    void everyDurationOfAnEndpointIsRefusedWhereItCannotBeRead(String uri) throws Exception {
        String option = uri.replaceAll(".*\\?(.*)=.*", "$1");
        try (StartedMain main = StartedMain.with(Map.of("apiKey", "canary-key"))) {
            assertThatThrownBy(() -> main.endpoint("cliqtel:" + uri)).hasStackTraceContaining(option + " is ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "maxSegments, two",
        "requestsPerMinute, sixty",
        "messagesPerSecond, 10x",
        "maxRetries, never",
        "webhookMaxInflight, 5s",
        "webhookMaxPayloadSize, 64k",
        "fromNumberId, abc",
        "maxDeliveryAttempts, 1.5"
    })
    void aNumberThatIsNoneIsRefusedAtStart(String option, String written) {
        assertThatThrownBy(() -> StartedMain.with(Map.of("apiKey", "canary-key", option, written))
                        .close())
                .hasStackTraceContaining(option + " is '" + written + "': a number was expected");
    }

    @Test
    void aDelayWithAUnitIsStillRead() throws Exception {
        try (StartedMain main = StartedMain.with(Map.of("apiKey", "canary-key"))) {
            assertThat(main.endpoint("cliqtel:inbound?delay=20s&initialDelay=500&repeatCount=-1")
                            .getDelay())
                    .isEqualTo(20_000);
        }
    }

    @Test
    void aDurationBelowASecondIsWarnedAbout() throws Exception {
        Map<String, String> properties = new HashMap<>(Map.of("apiKey", "canary-key"));
        List.of("maxWait", "requestTimeout", "connectTimeout", "settlingTime")
                .forEach(each -> properties.put(each, "30ms"));
        try (LogCapture lines = LogCapture.of(OptionChecks.class);
                StartedMain main = StartedMain.with(properties)) {
            assertThat(lines.containing("is 30 ms, which is less than a second"))
                    .hasSize(4);
        }
    }

    @Test
    void aNegativeDurationThatJavaSetsIsRefusedAtStart() throws Exception {
        try (StartedMain main = StartedMain.with(Map.of())) {
            CliqtelComponent component = new CliqtelComponent();
            component.setCamelContext(main.context());
            component.getRetry().setMaxWait(Duration.ofSeconds(-1));
            assertThatThrownBy(component::start).hasStackTraceContaining("maxWait is PT-1S");
        }
    }
}
