/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SettlementTest {

    private static final Instant UNKNOWN_SINCE = Instant.parse("2026-04-03T10:15:30Z");

    private static Settlement settlement(long millis) {
        return new Settlement(UnknownOutcome.RECONCILE, Duration.ofMillis(millis), 1, Duration.ofSeconds(90));
    }

    @ParameterizedTest(name = "settled in {0} ms, looks after {1}, {2} and {3} ms")
    @CsvSource({
        "60000, 2000, 15000, 60000",
        "240000, 2000, 60000, 240000",
        "8004, 2000, 2001, 8004",
        "8000, 1000, 2000, 8000",
        "800, 100, 200, 800"
    })
    void looksSoonThenAfterAQuarterAndAtTheEnd(long settling, long first, long second, long last) {
        List<Instant> looks = LongStream.of(first, second, last)
                .mapToObj(UNKNOWN_SINCE::plusMillis)
                .toList();
        assertThat(settlement(settling).looks(UNKNOWN_SINCE)).isEqualTo(looks);
    }

    @Test
    void takesAtMostAsLongAsTheLastLookAndAFurtherAttempt() {
        assertThat(settlement(60_000).longestSettling()).hasSeconds(150);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void refusesASettlingTimeThatIsNone(long millis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settlement(millis))
                .withMessage("settlingTime is " + millis + " ms: at least 1 ms was expected");
    }

    @Test
    void theWordsForAnUnknownOutcomeAreReadHoweverTheyAreWritten() {
        assertThat(UnknownOutcome.named("Resend")).isEqualTo(UnknownOutcome.RESEND);
        assertThat(UnknownOutcome.RESEND).hasToString("resend");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnknownOutcome.named("retry"))
                .withMessage("unknownOutcome is 'retry': reconcile, resend or fail was expected");
    }
}
