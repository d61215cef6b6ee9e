/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which permits are in use, and when they are free again. */
class CompletionLogTest {

    private static final long HOLD = 10;

    private final CompletionLog log = new CompletionLog(HOLD);

    private void used(Purpose purpose, long completed) {
        log.take(purpose);
        log.complete(purpose, completed);
    }

    @Test
    void aPermitIsInUseFromItsTakingUntilAHoldAfterItsCompletion() {
        log.take(Purpose.POLL);
        assertThat(log.inUse()).isEqualTo(1);
        assertThat(log.inFlight()).isEqualTo(1);
        log.complete(Purpose.POLL, 5);
        assertThat(log.inFlight()).isZero();
        log.forget(14);
        assertThat(log.inUse(Purpose.POLL)).isEqualTo(1);
        log.forget(15);
        assertThat(log.inUse(Purpose.POLL)).isZero();
        assertThat(log.inUse()).isZero();
    }

    @Test
    void aPermitGivenBackWasNeverUsed() {
        log.take(Purpose.POLL);
        log.take(Purpose.CALL);
        log.giveBack(Purpose.POLL);
        assertThat(log.inUse(Purpose.POLL)).isZero();
        assertThat(log.inUse(Purpose.CALL)).isEqualTo(1);
        assertThat(log.inFlight()).isEqualTo(1);
        assertThat(log.own(0)).isEqualTo(1);
    }

    @Test
    void countsCompletionsUpToATime() {
        for (long time = 1; time <= 4; time++) {
            used(Purpose.CALL, time);
        }
        assertThat(log.completedBy(0)).isZero();
        assertThat(log.completedBy(1)).isEqualTo(1);
        assertThat(log.completedBy(3)).isEqualTo(3);
        assertThat(log.completedBy(9)).isEqualTo(4);
        log.forget(12);
        assertThat(log.completedBy(2)).isEqualTo(2);
        assertThat(log.completedBy(3)).isEqualTo(3);
        assertThat(log.own(1)).as("of those not forgotten by the server").isEqualTo(3);
    }

    @Test
    void keepsOrderAndOwnersWhenTheRingGrows() {
        for (int i = 0; i < 16; i++) {
            used(Purpose.CALL, i);
        }
        log.forget(14);
        assertThat(log.inUse()).as("of sixteen, five are free").isEqualTo(11);
        for (int i = 0; i < 10; i++) {
            used(i % 2 == 0 ? Purpose.POLL : Purpose.RECONCILE, 20 + i);
        }
        assertThat(log.inUse(Purpose.CALL)).isEqualTo(11);
        log.forget(25);
        assertThat(log.inUse(Purpose.CALL)).isZero();
        assertThat(log.inUse(Purpose.POLL)).isEqualTo(5);
        log.forget(32);
        assertThat(log.inUse(Purpose.POLL)).isEqualTo(3);
        assertThat(log.inUse(Purpose.RECONCILE)).isEqualTo(4);
        log.forget(39);
        assertThat(log.inUse()).isZero();
    }

    @Test
    void saysWhenTheNextAreFree() {
        used(Purpose.CALL, 1);
        used(Purpose.CALL, 4);
        log.take(Purpose.CALL);
        assertThat(log.freeAt(1, 4, 5)).as("one that nobody has").isEqualTo(5);
        assertThat(log.freeAt(2, 4, 5)).isEqualTo(11);
        assertThat(log.freeAt(3, 4, 5)).isEqualTo(14);
        assertThat(log.freeAt(4, 4, 5)).as("one in flight").isEqualTo(15);
        assertThat(log.freeAt(5, 4, 5)).as("a round later").isEqualTo(15);
        assertThat(log.freeAt(6, 4, 5)).isEqualTo(21);
    }

    @Test
    void whatIsFreeAfterTheEndOfTimeIsNeverFree() {
        long now = Long.MAX_VALUE - 2 * HOLD - 1;
        assertThat(log.freeAt(3, 1, now)).isEqualTo(Long.MAX_VALUE - 1);
        assertThat(log.freeAt(4, 1, now)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void withoutAHoldEverythingIsFreeAtOnce() {
        CompletionLog unlimited = new CompletionLog(0);
        unlimited.take(Purpose.CALL);
        unlimited.complete(Purpose.CALL, 7);
        unlimited.forget(7);
        assertThat(unlimited.inUse()).isZero();
        assertThat(unlimited.freeAt(Long.MAX_VALUE / 2, 1, 7)).isEqualTo(7);
    }
}
