/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.fixture.ForwardingLedger;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.model.Sms;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The entries of nodes that poll the same messages, by a clock of the test. */
class InboxClaimsTest {

    private static final Duration LEASE = InboxClaims.RENEWAL.multipliedBy(4);

    private final AtomicLong nanos = new AtomicLong();
    private final Ledger ledger = MemoryLedger.withClock(MemoryLedger.DEFAULT_CAPACITY, nanos::get);
    private final InboxClaims one = new InboxClaims(ledger, "inbound:account:all");
    private final InboxClaims other = new InboxClaims(ledger, "inbound:account:all");
    private final InboxClaims third = new InboxClaims(ledger, "inbound:account:all");
    private final NewMessage message = message(42, "");

    private static NewMessage message(long id, String state) {
        return new NewMessage(Sms.of(Map.of("id", id)), state, Instant.EPOCH, Instant.EPOCH);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aNodeFreesAMessageThatItsRouteFailedToProcess() {
        one.take(message);
        pass(LEASE.minusNanos(1));
        one.release(message);
        assertThat(other.take(message)).isEqualTo(Claim.State.NEW);
    }

    @Test
    void aPausedNodeFreesNothingOfAnotherNode() {
        one.take(message);
        pass(LEASE);
        assertThat(other.take(message)).isEqualTo(Claim.State.RESUMED);
        one.release(message);
        assertThat(one.take(message)).isEqualTo(Claim.State.BUSY);
        other.done(message);
        assertThat(one.take(message)).isEqualTo(Claim.State.CLOSED);
    }

    @Test
    void aPausedNodeClosesNothingOfAnotherNode() {
        one.take(message);
        pass(LEASE);
        other.take(message);
        assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> one.done(message));
        other.release(message);
        assertThat(other.take(message)).isEqualTo(Claim.State.NEW);
    }

    @Test
    void aPausedNodeClosesAMessageThatNoOtherNodeHas() {
        one.take(message);
        pass(LEASE);
        other.take(message);
        other.release(message);
        one.done(message);
        assertThat(other.take(message)).isEqualTo(Claim.State.CLOSED);
    }

    @Test
    void aRouteMayRunLongerThanALease() {
        one.take(message);
        for (int times = 0; times < 100; times++) {
            pass(InboxClaims.RENEWAL);
            one.renew();
            assertThat(other.take(message)).isEqualTo(Claim.State.BUSY);
        }
        one.done(message);
        pass(LEASE);
        one.renew();
        assertThat(other.take(message)).isEqualTo(Claim.State.CLOSED);
    }

    @Test
    void aPausedNodeRenewsNothingOfAnotherNode() {
        one.take(message);
        pass(LEASE);
        other.take(message);
        pass(LEASE.minusNanos(1));
        one.renew();
        assertThat(one.take(message)).isEqualTo(Claim.State.BUSY);
        pass(Duration.ofNanos(1));
        one.renew();
        assertThat(third.take(message)).isEqualTo(Claim.State.RESUMED);
    }

    @Test
    void aPausedNodeRenewsAMessageThatNoOtherNodeHas() {
        one.take(message);
        pass(LEASE.multipliedBy(10));
        one.renew();
        pass(LEASE.minusNanos(1));
        assertThat(other.take(message)).isEqualTo(Claim.State.BUSY);
        one.done(message);
        assertThat(other.take(message)).isEqualTo(Claim.State.CLOSED);
    }

    @Test
    void aPausedNodeChangesNothingThatAnotherNodeClosed() {
        one.take(message);
        pass(LEASE);
        other.take(message);
        other.done(message);
        one.renew();
        one.release(message);
        assertThat(other.take(message)).isEqualTo(Claim.State.CLOSED);
        assertThat(one.take(message)).isEqualTo(Claim.State.CLOSED);
    }

    @Test
    void aPausedNodeMayEndWhatAnotherNodeClosed() {
        one.take(message);
        pass(LEASE);
        other.take(message);
        other.done(message);
        one.done(message);
        assertThat(other.take(message)).isEqualTo(Claim.State.CLOSED);
    }

    @Test
    void renewsOnlyMessagesInDelivery() {
        Set<Hold> renewed = new HashSet<>();
        InboxClaims claims = new InboxClaims(
                new ForwardingLedger(ledger) {
                    @Override
                    public boolean renew(Hold hold, Duration lease, String record) {
                        assertThat(lease).isEqualTo(LEASE);
                        assertThat(record).isNull();
                        renewed.add(hold);
                        return super.renew(hold, lease, record);
                    }
                },
                "inbound:account:all");
        for (long id = 1; id <= 4; id++) {
            claims.take(message(id, ""));
        }
        other.take(message(5, ""));
        claims.take(message(5, ""));
        claims.done(message(1, ""));
        claims.release(message(2, ""));
        claims.renew();
        assertThat(renewed).extracting(Hold::key).containsOnly("inbound:account:all:3", "inbound:account:all:4");
    }

    @Test
    void aMessageWhoseEndWasNotNotedIsRenewedNoLonger() {
        InboxClaims claims = new InboxClaims(
                new ForwardingLedger(ledger) {
                    @Override
                    public Closing close(Hold hold, String record, String message) {
                        throw new LedgerException("away", null);
                    }
                },
                "inbound:account:all");
        claims.take(message);
        assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> claims.done(message));
        pass(LEASE);
        claims.renew();
        assertThat(other.take(message)).isEqualTo(Claim.State.RESUMED);
    }

    @Test
    void aLeaseThatWasNotRenewedOnceIsRenewedTheNextTime() {
        AtomicBoolean down = new AtomicBoolean();
        InboxClaims claims = new InboxClaims(
                new ForwardingLedger(ledger) {
                    @Override
                    public boolean renew(Hold hold, Duration lease, String record) {
                        if (down.getAndSet(false)) {
                            throw new LedgerException("away", null);
                        }
                        return super.renew(hold, lease, record);
                    }
                },
                "inbound:account:all");
        claims.take(message);
        for (int times = 0; times < 10; times++) {
            down.set(true);
            pass(InboxClaims.RENEWAL);
            assertThatExceptionOfType(LedgerException.class).isThrownBy(claims::renew);
            pass(InboxClaims.RENEWAL);
            claims.renew();
        }
        assertThat(other.take(message)).isEqualTo(Claim.State.BUSY);
    }

    @Test
    void aMessageThatFailsToBeRenewedDelaysNoOther() {
        InboxClaims claims = new InboxClaims(
                new ForwardingLedger(ledger) {
                    @Override
                    public boolean renew(Hold hold, Duration lease, String record) {
                        if (hold.key().endsWith(":1")) {
                            throw new LedgerException("away", null);
                        }
                        return super.renew(hold, lease, record);
                    }
                },
                "inbound:account:all");
        for (long id = 1; id <= 20; id++) {
            claims.take(message(id, ""));
        }
        pass(InboxClaims.RENEWAL);
        assertThatExceptionOfType(LedgerException.class).isThrownBy(claims::renew);
        pass(LEASE.minusNanos(1));
        for (long id = 1; id <= 20; id++) {
            assertThat(other.take(message(id, ""))).isEqualTo(id == 1 ? Claim.State.RESUMED : Claim.State.BUSY);
        }
    }

    @Test
    void aNodeFreesNoMessageThatItDoesNotHave() {
        one.take(message);
        assertThat(other.take(message)).isEqualTo(Claim.State.BUSY);
        other.release(message);
        assertThat(other.take(message)).isEqualTo(Claim.State.BUSY);
    }

    @Test
    void aTakeWhoseAnswerWasLostIsRepeatedAtTheNextPoll() {
        AtomicBoolean lost = new AtomicBoolean(true);
        InboxClaims claims = new InboxClaims(
                new ForwardingLedger(ledger) {
                    @Override
                    public Claim take(Hold hold, Duration lease, String record, String likeness) {
                        Claim claim = super.take(hold, lease, record, likeness);
                        if (lost.getAndSet(false)) {
                            throw new LedgerException("the answer was lost", null);
                        }
                        return claim;
                    }
                },
                "inbound:account:all");
        assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> claims.take(message));
        assertThat(claims.take(message)).isEqualTo(Claim.State.NEW);
    }

    @Test
    void eachStateOfAMessageHasAnEntryOfItsOwn() {
        assertThat(one.take(message(42, "sent"))).isEqualTo(Claim.State.NEW);
        assertThat(one.take(message(42, "delivered"))).isEqualTo(Claim.State.NEW);
        assertThat(one.take(message(43, "sent"))).isEqualTo(Claim.State.NEW);
        assertThat(one.take(message(42, "any \u00e4 word ".repeat(50)))).isEqualTo(Claim.State.NEW);
        assertThat(other.take(message(42, "sent"))).isEqualTo(Claim.State.BUSY);
    }
}
