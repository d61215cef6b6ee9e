/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;

import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.LeaseClock;
import com.cliqtel.camel.ledger.LedgerException;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.send.reconcile.SendOrders.TEXT;
import static com.cliqtel.camel.send.reconcile.SendOrders.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is claimed in the ledger: a key while its SMS is being sent, and the message it became. */
class KeyHoldTest {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final UnsettledSend KNOWN = SendOrders.unsettled(Outcome.UNKNOWN);
    private static final SendRecord OPEN = new SendRecord.Open(KNOWN.began(), SendRecord.sms(fingerprint(TEXT)));

    private final FaultyLedger ledger = new FaultyLedger();
    private final RecordedIncidents heard = new RecordedIncidents();
    private final SendClaims claims = new SendClaims(ledger, "account", heard);
    private final String name = claims.nameOf("key");

    private KeyHold hold() {
        return holdSince(LeaseClock.SYSTEM.getAsLong());
    }

    private KeyHold holdSince(long asked) {
        assertThat(claims.claim(name, LEASE, OPEN).state()).isEqualTo(Claim.State.NEW);
        return KeyHold.claimed(claims, name, fingerprint(TEXT), LEASE, asked);
    }

    private KeyHold lost() {
        return holdSince(LeaseClock.SYSTEM.getAsLong() - LEASE.toNanos());
    }

    private Claim claimed() {
        return claims.claim(name, LEASE, new SendRecord.Sent(1, "a b c"));
    }

    @Test
    void aKeysNameShowsItsAccountAndNotTheKey() {
        assertThat(name).startsWith("send:account:").doesNotContain("key").hasSize("send:account:".length() + 64);
        assertThat(name).isNotEqualTo(claims.nameOf("another key"));
    }

    @Test
    void itIsHeldAsLongAsItsLease() {
        assertThat(hold().isHeld()).isTrue();
        claims.release(name);
        assertThat(lost().isHeld()).isFalse();
        claims.release(name);
        assertThat(holdSince(LeaseClock.SYSTEM.getAsLong()
                                - LEASE.minusMinutes(1).toNanos())
                        .isHeld())
                .as("a minute before its end")
                .isTrue();
    }

    @Test
    void renewedItLastsLongerAndTheLedgerSaysWhatIsKnown() {
        KeyHold hold =
                holdSince(LeaseClock.SYSTEM.getAsLong() - LEASE.minusSeconds(30).toNanos());
        assertThat(hold.renew(LEASE, hold.unknown(KNOWN))).isTrue();
        assertThat(hold.isHeld()).isTrue();
        assertThat(claimed())
                .isEqualTo(
                        new Claim(Claim.State.IN_PROGRESS, hold.unknown(KNOWN).toString()));
    }

    @Test
    void renewedForNoTimeAtAllItIsOver() {
        KeyHold hold = hold();
        assertThat(hold.renew(Duration.ofNanos(1), hold.open(KNOWN.began()))).isTrue();
        assertThat(hold.isHeld()).isFalse();
    }

    @Test
    void whatWasLostIsNotRenewed() {
        KeyHold lost = lost();
        assertThat(lost.renew(LEASE, lost.unknown(KNOWN))).isFalse();
        assertThat(claimed().record()).as("what the ledger says").isEqualTo(OPEN.toString());
    }

    @Test
    void renewingAKeyThatAnotherNodeTookOverFails() {
        KeyHold hold = hold();
        ledger.done(name, "");
        assertThat(hold.renew(LEASE, hold.unknown(KNOWN))).isFalse();
        assertThat(hold.isHeld()).isFalse();
    }

    @Test
    void whereTheLedgerFailsWhileItIsRenewedItMayBeLost() {
        KeyHold hold = hold();
        ledger.failing = true;
        assertThatThrownBy(() -> hold.renew(LEASE, hold.unknown(KNOWN))).isInstanceOf(LedgerException.class);
        assertThat(hold.isHeld()).isFalse();
    }

    @Test
    void unsentSmsFreesTheKey() {
        hold().release();
        assertThat(claimed().state()).isEqualTo(Claim.State.NEW);
    }

    @Test
    void theNextHolderOfTheKeySearchesForAPossibleSend() {
        KeyHold hold = hold();
        hold.abandon(KNOWN);
        assertThat(claimed())
                .isEqualTo(new Claim(Claim.State.EXPIRED, hold.unknown(KNOWN).toString()));
    }

    @Test
    void keepsALostKeyWithItsNewHolder() {
        KeyHold lost = lost();
        lost.release();
        lost.abandon(KNOWN);
        assertThat(claimed()).isEqualTo(new Claim(Claim.State.IN_PROGRESS, OPEN.toString()));
    }

    @Test
    void aSendIsRecordedEvenAfterTheKeyWasLost() {
        lost().sent(42);
        assertThat(claimed().state()).isEqualTo(Claim.State.DONE);
        assertThat(claimed().record()).startsWith("sent 42 ");
    }

    @Test
    void aMessageIsReservedForOneAndKeptOrLetGo() {
        assertThat(claims.reserve(42, "me").state()).isEqualTo(Claim.State.NEW);
        assertThat(claims.reserve(42, "you")).isEqualTo(new Claim(Claim.State.IN_PROGRESS, "me"));
        assertThat(claims.reserve(43, "you").state()).isEqualTo(Claim.State.NEW);
        claims.letGo(42);
        assertThat(claims.reserve(42, "you").state()).isEqualTo(Claim.State.NEW);
        claims.keep(42, "you");
        assertThat(claims.reserve(42, "me")).isEqualTo(new Claim(Claim.State.DONE, "you"));
        assertThat(new SendClaims(ledger, "another account", heard)
                        .reserve(42, "me")
                        .state())
                .isEqualTo(Claim.State.NEW);
    }

    @Test
    void failedLedgerWriteIsReportedAndFailsNothing() {
        KeyHold hold = hold();
        ledger.failing = true;
        hold.sent(42);
        hold.release();
        hold.abandon(KNOWN);
        claims.keep(42, "me");
        claims.letGo(42);
        assertThat(heard.notNoted).hasSize(5);
    }
}
