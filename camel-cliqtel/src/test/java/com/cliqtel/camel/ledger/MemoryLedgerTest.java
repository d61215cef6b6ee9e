/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.ledger.Claim.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MemoryLedgerTest extends LedgerContract {

    @Override
    Ledger ledger() {
        return new MemoryLedger();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MIN_VALUE, Long.MAX_VALUE, -1})
    void aLeaseEndsAtItsTimeWhereverTheClockBegan(long start) {
        AtomicLong nanos = new AtomicLong(start);
        Ledger timed = MemoryLedger.withClock(1, nanos::get);
        timed.claim("k", Ledger.MAX_LEASE, "r");
        assertThat(timed.claim("k", LONG).state()).isEqualTo(State.IN_PROGRESS);
        nanos.addAndGet(Ledger.MAX_LEASE.toNanos() - 1);
        assertThat(timed.claim("k", LONG).state()).isEqualTo(State.IN_PROGRESS);
        nanos.incrementAndGet();
        assertThat(timed.claim("k", LONG).state()).isEqualTo(State.EXPIRED);
        nanos.addAndGet(LONG.toNanos() - 1);
        assertThat(timed.claim("k", LONG).state()).isEqualTo(State.IN_PROGRESS);
    }

    @Test
    void whatWasDoneLongestAgoGoesFirst() {
        Ledger small = new MemoryLedger(3);
        small.done("a", "");
        small.done("b", "");
        small.claim("c", LONG);
        small.done("a", "again");
        small.done("d", "");

        assertThat(small.claim("a", LONG).state()).isEqualTo(State.DONE);
        assertThat(small.claim("c", LONG).state()).isEqualTo(State.IN_PROGRESS);
        assertThat(small.claim("d", LONG).state()).isEqualTo(State.DONE);
        assertThat(small.claim("b", LONG)).isEqualTo(NEW);
    }

    @Test
    void whatHasNoEndGoesOnlyWhenNothingIsDone() {
        Ledger small = new MemoryLedger(4);
        small.claim("over", Duration.ZERO);
        small.abandon("abandoned", "");
        small.claim("in work", LONG);
        small.done("done", "");

        small.claim("one more", LONG);
        assertThat(small.toString()).contains("inWork=3, abandoned=1, done=0");
        small.claim("two more", LONG);
        assertThat(small.toString()).contains("inWork=4, abandoned=0, done=0");
        small.claim("three more", LONG);
        assertThat(small.claim("in work", LONG).state()).isEqualTo(State.IN_PROGRESS);
        assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> small.claim("over", LONG));
    }

    @Test
    void whenAllIsInWorkNothingIsForgottenAndNothingNewBegun() {
        Ledger small = new MemoryLedger(2);
        small.claim("a", LONG);
        small.claim("b", LONG);
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> small.claim("c", LONG, "canary"))
                .withMessageContaining("claiming c: all 2 keys of the memory ledger are in progress")
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("canary"));
        assertThat(small.claim("a", LONG).state()).isEqualTo(State.IN_PROGRESS);
        small.done("a", "");
        assertThat(small.claim("c", LONG)).isEqualTo(NEW);
    }

    @Test
    void whatHappenedIsWrittenAlsoWhenAllIsInWork() {
        Ledger small = new MemoryLedger(1);
        small.claim("a", LONG);
        small.done("b", "end");
        assertThat(small.claim("b", LONG)).isEqualTo(new Claim(State.DONE, "end"));
        small.abandon("c", "in doubt");
        assertThat(small.claim("a", LONG).state()).isEqualTo(State.IN_PROGRESS);
        assertThat(small.claim("c", LONG)).isEqualTo(new Claim(State.EXPIRED, "in doubt"));
    }

    @Test
    void receiptsNeverDisplaceTheKeyOfASend() {
        Ledger small = new MemoryLedger(1_000);
        small.done("send:shop:order-1", "sent 7");
        small.done("sms:shop:7", "order-1");
        for (int i = 0; i < 3_000; i++) {
            small.done("webhook:reader:" + i, "");
            small.done("inbound:shop:all:" + i, "");
            small.done("status:shop:all:" + i, "");
        }
        assertThat(small.claim("send:shop:order-1", LONG)).isEqualTo(new Claim(State.DONE, "sent 7"));
        assertThat(small.claim("sms:shop:7", LONG)).isEqualTo(new Claim(State.DONE, "order-1"));
    }

    @Test
    void receiptsInWorkHoldNoSendUp() {
        Ledger small = new MemoryLedger(2);
        small.claim("webhook:reader:1", LONG);
        small.claim("webhook:reader:2", LONG);
        assertThat(small.claim("send:shop:order-1", LONG)).isEqualTo(NEW);
    }

    @Test
    void anAbandonedSendOutlivesReceipts() {
        Ledger small = new MemoryLedger(2);
        small.abandon("send:shop:order-1", "in doubt");
        for (int i = 0; i < 10; i++) {
            small.claim("webhook:reader:" + i, Duration.ZERO);
            small.done("webhook:reader:done " + i, "");
        }
        assertThat(small.claim("send:shop:order-1", LONG)).isEqualTo(new Claim(State.EXPIRED, "in doubt"));
    }

    @Test
    void aCapacityOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryLedger(0))
                .withMessage("capacity 0: 1 or more was expected");
    }
}
