/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.once;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.fixture.ForwardingLedger;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.ledger.idempotent.IdempotentRepositoryLedger;
import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.webhook.once.Deliveries.Delivery;
import com.cliqtel.camel.webhook.verify.EventExamples;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Two nodes that share a ledger, by a clock of the test. */
class DeliveriesTest {

    private final AtomicLong nanos = new AtomicLong(Long.MIN_VALUE);
    private final Ledger ledger = MemoryLedger.withClock(MemoryLedger.DEFAULT_CAPACITY, nanos::get);
    private final List<LedgerException> failures = new ArrayList<>();
    private final Deliveries one = node(ledger);
    private final Deliveries other = node(ledger);
    private final WebhookContent sent = event("sent");
    private final WebhookContent delivered = event("delivered");

    private Deliveries node(Ledger shared) {
        return new Deliveries(shared, "reader", failures::add);
    }

    private static WebhookContent event(String status) {
        return new EventExamples().report(42, status);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static Delivery begun(Deliveries node, WebhookContent event) {
        return node.begin(event).orElseThrow();
    }

    private static Delivery taken(Deliveries node, WebhookContent event) {
        Delivery delivery = begun(node, event);
        assertThat(delivery.turn()).isEqualTo(Turn.NOW);
        return delivery;
    }

    private static Turn turn(Deliveries node, WebhookContent event) {
        Delivery delivery = begun(node, event);
        Turn turn = delivery.turn();
        if (turn == Turn.LATER) {
            delivery.giveUp();
        }
        return turn;
    }

    @Test
    void eachReportIsProcessedOnceOnAllNodes() {
        taken(one, sent).done();
        assertThat(turn(one, sent)).isEqualTo(Turn.DUPLICATE);
        assertThat(turn(other, sent)).isEqualTo(Turn.DUPLICATE);
        taken(other, delivered).done();
        assertThat(turn(one, delivered)).isEqualTo(Turn.DUPLICATE);
        assertThat(turn(one, sent)).isEqualTo(Turn.DUPLICATE);
    }

    @Test
    void reportsOfAMessageWaitForEachOtherOnOneNodeAndOnTwo() {
        Delivery first = taken(one, sent);
        Delivery second = begun(one, delivered);
        assertThat(second.turn()).isEqualTo(Turn.LATER);
        assertThat(turn(other, delivered)).isEqualTo(Turn.LATER);
        taken(other, new EventExamples().report(43)).done();
        first.done();
        assertThat(second.turn()).isEqualTo(Turn.NOW);
    }

    @Test
    void aNodeDeliversAnEventOnceAtATime() {
        Delivery delivery = taken(one, sent);
        assertThat(one.begin(sent)).isEmpty();
        delivery.release();
        taken(one, sent);
    }

    @Test
    void aNodeThatDiedBlocksItsMessageForALease() {
        taken(one, sent);
        pass(Deliveries.LEASE.minusNanos(1));
        assertThat(turn(other, delivered)).isEqualTo(Turn.LATER);
        pass(Duration.ofNanos(1));
        taken(other, delivered);
    }

    @Test
    void aRouteMayRunLongerThanItsLease() {
        Delivery delivery = taken(one, sent);
        for (int halfMinutes = 0; halfMinutes < 100; halfMinutes++) {
            pass(Deliveries.RENEWAL);
            one.renew();
            assertThat(turn(other, delivered)).isEqualTo(Turn.LATER);
        }
        delivery.done();
        taken(other, delivered).done();
    }

    @Test
    void aDeliveryThatHasEndedIsNotRenewed() {
        taken(one, sent).release();
        taken(one, delivered).done();
        pass(Deliveries.LEASE);
        one.renew();
        taken(other, sent);
    }

    @Test
    void aReleasedReportRunsAgainAndKeepsWhatWasProcessedBefore() {
        taken(one, sent).done();
        taken(one, delivered).release();
        taken(other, delivered).release();
        assertThat(turn(one, sent)).isEqualTo(Turn.DUPLICATE);
        taken(one, delivered).done();
        assertThat(turn(other, delivered)).isEqualTo(Turn.DUPLICATE);
    }

    @Test
    void aPausedNodeLeavesTheTurnToItsSuccessor() {
        Delivery paused = taken(one, sent);
        pass(Deliveries.LEASE);
        Delivery successor = taken(other, delivered);
        one.renew();
        paused.release();
        assertThat(turn(node(ledger), event("failed"))).isEqualTo(Turn.LATER);
        successor.done();
        assertThat(turn(one, delivered)).isEqualTo(Turn.DUPLICATE);
        taken(one, sent);
    }

    @Test
    void theReportOfAPausedNodeIsNotedAfterItsSuccessors() {
        Delivery paused = taken(one, sent);
        assertThat(paused.isStale()).isFalse();
        pass(Deliveries.LEASE);
        taken(other, delivered).done();
        paused.done();
        assertThat(turn(other, sent)).isEqualTo(Turn.DUPLICATE);
        assertThat(turn(one, delivered)).isEqualTo(Turn.DUPLICATE);
        assertThat(taken(other, event("queued")).isStale())
                .as("queued after delivered")
                .isTrue();
    }

    @Test
    void theReportOfAPausedNodeIsNotedOnceItsSuccessorHasEnded() {
        Delivery paused = taken(one, sent);
        pass(Deliveries.LEASE);
        Delivery successor = taken(other, delivered);
        paused.done();
        assertThat(failures).hasSize(1);
        one.renew();
        assertThat(failures).hasSize(2);
        successor.done();
        one.renew();
        assertThat(turn(other, sent)).isEqualTo(Turn.DUPLICATE);
        assertThat(turn(other, delivered)).isEqualTo(Turn.DUPLICATE);
    }

    @Test
    void aReportThatTheLedgerFailedToNoteIsNotedLater() {
        AtomicBoolean down = new AtomicBoolean();
        Deliveries node = node(new Unreliable(ledger, down));
        Delivery delivery = taken(node, sent);
        down.set(true);
        delivery.done();
        assertThat(failures).hasSize(1);
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> begun(node, delivered).turn());
        down.set(false);
        assertThat(turn(node, sent)).isEqualTo(Turn.DUPLICATE);

        Delivery second = taken(node, event("failed"));
        down.set(true);
        second.done();
        down.set(false);
        node.renew();
        assertThat(turn(other, event("failed"))).isEqualTo(Turn.DUPLICATE);
    }

    @Test
    void aFailedRenewalIsMadeUpForByTheNext() {
        AtomicBoolean down = new AtomicBoolean();
        Deliveries node = node(new Unreliable(ledger, down));
        Delivery delivery = taken(node, sent);
        pass(Deliveries.RENEWAL);
        down.set(true);
        node.renew();
        assertThat(failures).hasSize(1);
        down.set(false);
        pass(Deliveries.RENEWAL);
        node.renew();
        pass(Deliveries.LEASE.minusNanos(1));
        assertThat(turn(other, sent)).isEqualTo(Turn.LATER);
        delivery.release();
        taken(other, sent);
    }

    @Test
    void aTakeWhoseAnswerWasLostIsRepeatedByTheNextRequest() {
        AtomicBoolean lost = new AtomicBoolean(true);
        Deliveries node = node(new ForwardingLedger(ledger) {
            @Override
            public Claim take(Hold hold, Duration lease, String record, String likeness) {
                Claim claim = super.take(hold, lease, record, likeness);
                if (lost.getAndSet(false)) {
                    throw new LedgerException("the answer was lost", null);
                }
                return claim;
            }
        });
        Delivery first = begun(node, sent);
        assertThatExceptionOfType(LedgerException.class).isThrownBy(first::turn);
        first.giveUp();
        taken(node, sent).done();
        assertThat(turn(other, sent)).isEqualTo(Turn.DUPLICATE);
    }

    @Test
    void anUnknownEventIsDeliveredOnce() {
        WebhookContent unknown = WebhookContent.of(java.util.Map.of("event", "x", "data", 1));
        Delivery delivery = taken(one, unknown);
        assertThat(turn(other, unknown)).isEqualTo(Turn.LATER);
        assertThat(delivery.isStale()).isFalse();
        delivery.done();
        assertThat(turn(other, unknown)).isEqualTo(Turn.DUPLICATE);
    }

    @Test
    void aRepositoryWithoutRecordsKnowsTheReportsAfterARestart() {
        MemoryIdempotentRepository repository = new MemoryIdempotentRepository();
        repository.start();
        Deliveries before = node(new IdempotentRepositoryLedger(repository));
        taken(before, sent).done();
        taken(before, delivered).release();

        Deliveries after = node(new IdempotentRepositoryLedger(repository));
        assertThat(turn(after, sent)).isEqualTo(Turn.DUPLICATE);
        taken(after, delivered).done();
        assertThat(turn(node(new IdempotentRepositoryLedger(repository)), delivered))
                .isEqualTo(Turn.DUPLICATE);
    }

    @Test
    void twoReadersDontShareAnEvent() {
        taken(one, sent).done();
        taken(new Deliveries(ledger, "another", failures::add), sent);
    }

    @Test
    void aReportTakesTwoCallsAndItsKeyShowsNothingOfIt() {
        List<String> calls = new ArrayList<>();
        Set<String> keys = new TreeSet<>();
        Deliveries node = node(new ForwardingLedger(ledger) {
            @Override
            public Claim take(Hold hold, Duration lease, String record, String likeness) {
                calls.add("take");
                keys.add(hold.key());
                return super.take(hold, lease, record, likeness);
            }

            @Override
            public boolean keep(Hold hold, String record) {
                calls.add("keep");
                return super.keep(hold, record);
            }

            @Override
            public Optional<String> position(String name) {
                calls.add("position");
                return super.position(name);
            }
        });
        Delivery delivery = taken(node, new EventExamples().report(987654321));
        assertThat(delivery.isStale()).isFalse();
        delivery.done();
        assertThat(calls).containsExactly("take", "keep");
        assertThat(keys).hasSize(1).allMatch(key -> key.matches("webhook:[0-9a-f]{56}"));
    }

    /** A ledger that fails while a test says so. */
    private static final class Unreliable extends ForwardingLedger {

        private final AtomicBoolean down;

        Unreliable(Ledger behind, AtomicBoolean down) {
            super(behind);
            this.down = down;
        }

        private void check() {
            if (down.get()) {
                throw new IllegalStateException("canary");
            }
        }

        @Override
        public Claim take(Hold hold, Duration lease, String record, String likeness) {
            check();
            return super.take(hold, lease, record, likeness);
        }

        @Override
        public boolean renew(Hold hold, Duration lease, String record) {
            check();
            return super.renew(hold, lease, record);
        }

        @Override
        public boolean keep(Hold hold, String record) {
            check();
            return super.keep(hold, record);
        }
    }
}
