/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;

import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.LeaseClock;
import com.cliqtel.camel.ledger.LedgerException;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.send.reconcile.SendOrders.TEXT;
import static com.cliqtel.camel.send.reconcile.SendOrders.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The hold on a key while its SMS is being sent, and the message that the SMS becomes. */
class KeyHoldTest {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final UnsettledSend KNOWN = SendOrders.unsettled(Outcome.UNKNOWN);
    private static final String SMS = SendRecord.sms(fingerprint(TEXT));
    private static final SendRecord OPEN = new SendRecord.Open(KNOWN.began(), SMS);
    private static final SendRecord UNKNOWN = new SendRecord.Unknown(KNOWN, SMS);

    private final FaultyLedger ledger = new FaultyLedger();
    private final RecordedIncidents heard = new RecordedIncidents();
    private final SendClaims claims = new SendClaims(ledger, "account", heard);
    private final String name = claims.nameOf("key");

    private KeyHold hold() {
        return held(LEASE, LeaseClock.SYSTEM.getAsLong());
    }

    private KeyHold held(Duration lease, long asked) {
        Hold hold = Hold.of(name);
        assertThat(claims.take(hold, lease, OPEN, fingerprint(TEXT).likeness()).state())
                .isEqualTo(Claim.State.NEW);
        return new KeyHold(claims, hold, fingerprint(TEXT), lease, asked);
    }

    /** A hold after its lease; no other node has taken the key. */
    private KeyHold expired() {
        return held(Duration.ZERO, LeaseClock.SYSTEM.getAsLong());
    }

    /** A hold on a key that another node has taken. */
    private KeyHold lost() {
        KeyHold hold = expired();
        assertThat(taken()).isEqualTo(new Claim(Claim.State.RESUMED, OPEN.toString()));
        return hold;
    }

    private Claim taken() {
        return ledger.takeAsAnother(name, LEASE);
    }

    private static Claim busy(SendRecord record) {
        return new Claim(Claim.State.BUSY, record.toString());
    }

    @Test
    void aKeysNameShowsNeitherItsAccountNorTheKey() {
        assertThat(name).matches("send:[0-9a-f]{59}");
        assertThat(name).isNotEqualTo(claims.nameOf("another key"));
        assertThat(name).isNotEqualTo(new SendClaims(ledger, "other", heard).nameOf("key"));
    }

    @Test
    void itIsHeldAsLongAsItsLease() {
        KeyHold hold = hold();
        assertThat(hold.isHeld()).isTrue();
        hold.free();
        KeyHold expired = expired();
        assertThat(expired.isHeld()).isFalse();
        expired.free();
        assertThat(held(
                                LEASE,
                                LeaseClock.SYSTEM.getAsLong()
                                        - LEASE.minusMinutes(1).toNanos())
                        .isHeld())
                .as("a minute before its end")
                .isTrue();
    }

    @Test
    void aRenewedHoldLastsLongerAndTheLedgerHasWhatIsKnown() {
        KeyHold hold = held(
                LEASE, LeaseClock.SYSTEM.getAsLong() - LEASE.minusSeconds(30).toNanos());
        assertThat(hold.renewToSearch(LEASE, KNOWN)).isTrue();
        assertThat(hold.isHeld()).isTrue();
        assertThat(taken()).isEqualTo(busy(UNKNOWN));
        assertThat(hold.renewToSend(LEASE, KNOWN)).isTrue();
        assertThat(taken()).isEqualTo(busy(OPEN));
    }

    @Test
    void anExpiredHoldIsRenewedIfNoOtherNodeHasTheKey() {
        KeyHold hold = expired();
        assertThat(hold.renewToSearch(LEASE, KNOWN)).isTrue();
        assertThat(hold.isHeld()).isTrue();
        assertThat(taken()).isEqualTo(busy(UNKNOWN));
    }

    @Test
    void aHoldRenewedForNoTimeIsOver() {
        KeyHold hold = hold();
        assertThat(hold.renewToSend(Duration.ofNanos(1), KNOWN)).isTrue();
        assertThat(hold.isHeld()).isFalse();
    }

    @Test
    void aKeyThatAnotherNodeTookIsNotRenewed() {
        KeyHold lost = lost();
        assertThat(lost.renewToSearch(LEASE, KNOWN)).isFalse();
        assertThat(lost.isHeld()).isFalse();
        assertThat(taken()).isEqualTo(busy(OPEN));
    }

    @Test
    void aHoldMayBeLostWhereTheLedgerFailsToRenewIt() {
        KeyHold hold = hold();
        ledger.failing = true;
        assertThatThrownBy(() -> hold.renewToSearch(LEASE, KNOWN)).isInstanceOf(LedgerException.class);
        assertThat(hold.isHeld()).isFalse();
    }

    @Test
    void anUnsentSmsFreesTheKey() {
        hold().free();
        assertThat(taken().state()).isEqualTo(Claim.State.NEW);
    }

    @Test
    void theNextHolderOfTheKeyGetsWhatIsKnown() {
        hold().keep(KNOWN);
        assertThat(taken()).isEqualTo(new Claim(Claim.State.RESUMED, UNKNOWN.toString()));
    }

    @Test
    void anEarlierHolderChangesNothing() {
        KeyHold lost = lost();
        lost.free();
        lost.keep(KNOWN);
        assertThat(taken()).isEqualTo(busy(OPEN));
    }

    @Test
    void theEntryNamesTheMessageThatTheSmsBecame() {
        assertThat(hold().became(42)).isEqualTo(Closing.CLOSED);
        assertThat(taken()).isEqualTo(new Claim(Claim.State.CLOSED, new SendRecord.Sent(42, SMS).toString()));
        assertThat(claims.own("once:other", 42)).isFalse();
        assertThat(claims.own("once:other", 43)).isTrue();
        assertThat(new SendClaims(ledger, "another account", heard).own("once:third", 42))
                .isTrue();
    }

    @Test
    void aMessageOfAnotherSendIsNotTaken() {
        claims.own("once:other", 42);
        KeyHold hold = hold();
        assertThat(hold.became(42)).isEqualTo(Closing.MESSAGE_TAKEN);
        assertThat(taken()).isEqualTo(busy(OPEN));
        assertThat(hold.became(43)).isEqualTo(Closing.CLOSED);
    }

    @Test
    void anSmsThatWasSentIsNotedAfterItsLease() {
        assertThat(expired().became(42)).isEqualTo(Closing.CLOSED);
        assertThat(taken().record()).startsWith("sent 42 ");
    }

    @Test
    void theEntryOfAnotherNodeStaysAsItIs() {
        KeyHold lost = lost();
        assertThat(lost.became(42)).as("it was sent").isEqualTo(Closing.CLOSED);
        assertThat(taken()).isEqualTo(busy(OPEN));
    }

    @Test
    void anEntryThatAnotherNodeLeftOpenIsClosed() {
        KeyHold lost = expired();
        ledger.keepAsAnother(name, UNKNOWN.toString());
        assertThat(lost.became(42)).isEqualTo(Closing.CLOSED);
        assertThat(taken().record()).startsWith("sent 42 ");
    }

    @Test
    void anEntryThatAnotherNodeClosedStaysAsItIs() {
        KeyHold lost = expired();
        String record = new SendRecord.Sent(42, SMS).toString();
        ledger.closeAsAnother(name, record, claims.messageOf(42));
        assertThat(lost.became(42)).isEqualTo(Closing.CLOSED);
        assertThat(lost.became(43)).isEqualTo(Closing.LOST);
        assertThat(taken()).isEqualTo(new Claim(Claim.State.CLOSED, record));
    }

    @Test
    void anEntryThatIsAnotherSmsNowStaysAsItIs() {
        KeyHold lost = expired();
        String other =
                new SendRecord.Open(KNOWN.began(), SendRecord.sms(fingerprint("canary: another text"))).toString();
        ledger.keepAsAnother(name, other);
        assertThat(lost.became(42)).isEqualTo(Closing.CLOSED);
        assertThat(taken()).isEqualTo(new Claim(Claim.State.RESUMED, other));
    }

    @Test
    void aFailedLedgerWriteIsReportedAndFailsNothing() {
        KeyHold hold = hold();
        ledger.failing = true;
        hold.free();
        hold.keep(KNOWN);
        assertThat(heard.notNoted).hasSize(2);
        assertThatThrownBy(() -> hold.became(42)).isInstanceOf(LedgerException.class);
    }
}
