/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CheckpointPaceTest {

    private static final long EACH = TimeUnit.MILLISECONDS.toNanos(CheckpointPace.EACH_MILLIS);

    private final CheckpointPace pace = new CheckpointPace();

    @Test
    void afterARestSomeGoAtOnceAndThenOneAtATime() {
        atOnce(0);
        assertThat(pace.toWait(0)).isEqualTo(EACH);
        assertThat(pace.toWait(EACH)).isEqualTo(EACH);
        assertThat(pace.toWait(2 * EACH + 1)).isEqualTo(EACH - 1);
    }

    @Test
    void aLongRestIsNotSavedUp() {
        atOnce(0);
        long later = TimeUnit.HOURS.toNanos(1);
        atOnce(later);
        assertThat(pace.toWait(later)).isEqualTo(EACH);
    }

    @Test
    void aClientBelowTheLimitNeverWaits() {
        for (int n = 0; n < 1000; n++) {
            assertThat(pace.toWait(n * EACH)).isZero();
        }
    }

    @Test
    void allowsFewCheckpointsWhileAPieceIsKept() {
        long now = 0;
        int gone = 0;
        while (true) {
            now += pace.toWait(now);
            if (now >= TimeUnit.SECONDS.toNanos(45)) {
                break;
            }
            gone++;
        }
        assertThat(gone).isEqualTo(CheckpointPace.AT_ONCE + 45_000 / CheckpointPace.EACH_MILLIS - 1);
    }

    private void atOnce(long now) {
        assertThat(IntStream.range(0, CheckpointPace.AT_ONCE).mapToLong(each -> pace.toWait(now)))
                .containsOnly(0L);
    }
}
