/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
import java.util.List;
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

    private static Claim take(Ledger ledger, String key, Duration lease) {
        return ledger.take(Hold.of(key), lease, "r", null);
    }

    private static Claim take(Ledger ledger, String key) {
        return take(ledger, key, LONG);
    }

    private static void close(Ledger ledger, String key) {
        Hold hold = Hold.of(key);
        ledger.take(hold, LONG);
        ledger.close(hold, "end", null);
    }

    private static void keep(Ledger ledger, String key) {
        Hold hold = Hold.of(key);
        ledger.take(hold, LONG);
        ledger.keep(hold, "known");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MIN_VALUE, Long.MAX_VALUE, -1})
    void aLeaseEndsAtItsTimeWhereverTheClockBegan(long start) {
        AtomicLong nanos = new AtomicLong(start);
        Ledger timed = MemoryLedger.withClock(1, nanos::get);
        take(timed, "k", Ledger.MAX_LEASE);
        assertThat(take(timed, "k").state()).isEqualTo(State.BUSY);
        nanos.addAndGet(Ledger.MAX_LEASE.toNanos() - 1);
        assertThat(take(timed, "k").state()).isEqualTo(State.BUSY);
        nanos.incrementAndGet();
        assertThat(take(timed, "k").state()).isEqualTo(State.RESUMED);
        nanos.addAndGet(LONG.toNanos() - 1);
        assertThat(take(timed, "k").state()).isEqualTo(State.BUSY);
    }

    @Test
    void anOpenEntryCountsForAnHourAfterItsLease() {
        AtomicLong nanos = new AtomicLong();
        Ledger timed = MemoryLedger.withClock(5, nanos::get);
        timed.take(Hold.of("taken"), LONG, "r", "like");
        Hold kept = Hold.of("kept");
        timed.take(kept, LONG, "r", "like");
        nanos.addAndGet(LONG.toNanos());
        timed.keep(kept, "known");
        nanos.addAndGet(Ledger.MEMORY_OF_OPEN.toNanos() - 1);
        assertThat(timed.find(List.of(), "like").open()).containsExactlyInAnyOrder("taken", "kept");
        nanos.incrementAndGet();
        assertThat(timed.find(List.of(), "like").open()).isEmpty();
    }

    @Test
    void theEntryThatWasClosedLongestAgoIsDisplacedFirst() {
        Ledger small = new MemoryLedger(3);
        close(small, "a");
        close(small, "b");
        take(small, "c");
        close(small, "d");

        assertThat(take(small, "b").state()).isEqualTo(State.CLOSED);
        assertThat(take(small, "c").state()).isEqualTo(State.BUSY);
        assertThat(take(small, "d").state()).isEqualTo(State.CLOSED);
        assertThat(take(small, "a")).isEqualTo(Claim.NEW);
    }

    @Test
    void anOpenEntryIsDisplacedOnlyIfNoneIsClosed() {
        Ledger small = new MemoryLedger(4);
        take(small, "ended", Duration.ZERO);
        keep(small, "kept");
        take(small, "taken");
        close(small, "closed");

        take(small, "one:more");
        assertThat(small.toString()).contains("taken=3, kept=1, closed=0");
        take(small, "two:more");
        assertThat(small.toString()).contains("taken=4, kept=0, closed=0");
        take(small, "three:more");
        assertThat(take(small, "taken").state()).isEqualTo(State.BUSY);
        assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> take(small, "ended"));
    }

    @Test
    void ifAllEntriesAreTakenNoneIsForgottenAndNoNewOneBegins() {
        Ledger small = new MemoryLedger(2);
        Hold first = Hold.of("a");
        small.take(first, LONG);
        take(small, "b");
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> small.take(Hold.of("c"), LONG, "canary", null))
                .withMessageContaining("taking c: all 2 keys of the memory ledger are in progress")
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("canary"));
        assertThat(take(small, "a").state()).isEqualTo(State.BUSY);
        small.close(first, "", null);
        assertThat(take(small, "c")).isEqualTo(Claim.NEW);
    }

    @Test
    void aMessageIsNotedAlsoIfAllEntriesAreTaken() {
        Ledger small = new MemoryLedger(1);
        take(small, "once:a");
        assertThat(small.own("once:b", "m")).isTrue();
        assertThat(small.own("once:c", "m")).isFalse();
        assertThat(take(small, "once:a").state()).isEqualTo(State.BUSY);
    }

    @Test
    void aDisplacedEntryNamesItsMessageNoLonger() {
        Ledger small = new MemoryLedger(1);
        small.own("once:a", "m1");
        small.own("once:b", "m2");
        assertThat(small.find(List.of("m1", "m2"), null).byMessage()).containsOnlyKeys("m2");
    }

    @Test
    void anEntryNamesOnlyTheMessageThatItWasClosedWithLast() {
        Hold hold = Hold.of("k");
        Ledger small = new MemoryLedger(1);
        small.take(hold, LONG);
        small.close(hold, "end", "m1");
        assertThat(small.close(hold, "end", "m2")).isEqualTo(Closing.CLOSED);
        assertThat(small.find(List.of("m1", "m2"), null).byMessage()).containsOnlyKeys("m2");
        assertThat(small.close(hold, "end", null)).isEqualTo(Closing.CLOSED);
        assertThat(small.find(List.of("m1", "m2"), null).byMessage()).isEmpty();
    }

    @Test
    void anEntryThatIsOpenOrNamesAnotherMessageOwnsNoMessage() {
        take(mine, "r");
        assertThat(ledger.own("k", "m")).isFalse();
        assertThat(take(other, "")).isEqualTo(busy("r"));
        ledger.keep(mine, "known");
        assertThat(ledger.own("k", "m")).isFalse();
        assertThat(take(mine, "r")).isEqualTo(resumed("known"));
        ledger.close(mine, "end", "m1");
        assertThat(ledger.own("k", "m")).isFalse();
        assertThat(ledger.own("k", "m1")).isTrue();
        assertThat(found("k")).isEqualTo(closed("end"));
        assertThat(ledger.own("other", "m")).as("the message is free").isTrue();
    }

    @Test
    void reportsNeverDisplaceTheKeyOfASend() {
        Ledger small = new MemoryLedger(1_000);
        close(small, "send:shop:order-1");
        small.own("once:1", "sms:shop:7");
        for (int i = 0; i < 3_000; i++) {
            keep(small, "webhook:reader:" + i);
            close(small, "inbound:shop:all:" + i);
            close(small, "status:shop:all:" + i);
        }
        assertThat(take(small, "send:shop:order-1")).isEqualTo(closed("end"));
        assertThat(small.own("once:2", "sms:shop:7")).isFalse();
    }

    @Test
    void reportsInProgressDelayNoSend() {
        Ledger small = new MemoryLedger(2);
        take(small, "webhook:reader:1");
        take(small, "webhook:reader:2");
        assertThat(take(small, "send:shop:order-1")).isEqualTo(Claim.NEW);
    }

    @Test
    void anUnsettledSendOutlivesReports() {
        Ledger small = new MemoryLedger(2);
        keep(small, "send:shop:order-1");
        for (int i = 0; i < 10; i++) {
            take(small, "webhook:reader:" + i, Duration.ZERO);
            keep(small, "webhook:reader:kept:" + i);
        }
        assertThat(take(small, "send:shop:order-1")).isEqualTo(resumed("known"));
    }

    @Test
    void aCapacityOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryLedger(0))
                .withMessage("capacity 0: 1 or more was expected");
    }
}
