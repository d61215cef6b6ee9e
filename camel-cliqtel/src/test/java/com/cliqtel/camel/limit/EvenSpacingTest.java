/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EvenSpacingTest {

    private static final long WINDOW = 5_800;
    // of 5,800 with 60 permits, of which 58 are used
    private static final int PERMITS = 60;
    private static final long BETWEEN = 100;

    private final EvenSpacing pace = new EvenSpacing(WINDOW);

    @Test
    void isNotInForceUntilItIsStarted() {
        assertThat(pace.inForce(0)).isFalse();
        assertThat(pace.at(7, PERMITS, 42)).isEqualTo(42);
    }

    @Test
    void spacesEvenlyFromTheFirstAfterItsStart() {
        pace.start(PERMITS, 1_000);
        assertThat(pace.at(1, PERMITS, 1_000)).isEqualTo(1_000 + BETWEEN);
        assertThat(pace.at(2, PERMITS, 1_000)).isEqualTo(1_000 + 2 * BETWEEN);
        assertThat(pace.at(11, PERMITS, 1_000)).isEqualTo(1_000 + 11 * BETWEEN);
        pace.take(PERMITS, 1_000 + BETWEEN);
        assertThat(pace.at(1, PERMITS, 1_000 + BETWEEN)).isEqualTo(1_000 + 2 * BETWEEN);
    }

    @Test
    void whatWasNotUsedInTimeIsNotMadeUpFor() {
        pace.start(PERMITS, 0);
        assertThat(pace.at(1, PERMITS, 1_000)).isEqualTo(1_000);
        pace.take(PERMITS, 1_000);
        assertThat(pace.at(1, PERMITS, 1_000)).isEqualTo(1_000 + BETWEEN);
    }

    @Test
    void startedAgainWhileInForceItGoesOnAndLastsLonger() {
        pace.start(PERMITS, 0);
        pace.take(PERMITS, BETWEEN);
        pace.start(PERMITS, BETWEEN + 1);
        assertThat(pace.at(1, PERMITS, BETWEEN + 1)).isEqualTo(2 * BETWEEN);
        assertThat(pace.inForce(BETWEEN + 60 * WINDOW)).isTrue();
        assertThat(pace.inForce(BETWEEN + 1 + 60 * WINDOW)).isFalse();
    }

    @Test
    void aWaitLongerThanTimeItselfIsAsLongAsItCanBe() {
        pace.start(1, 0);
        assertThat(pace.at(Long.MAX_VALUE, 1, 0)).isEqualTo(Long.MAX_VALUE);
    }
}
