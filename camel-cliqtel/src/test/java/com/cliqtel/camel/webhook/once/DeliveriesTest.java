/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.once;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.webhook.once.Deliveries.Delivery;
import com.cliqtel.camel.webhook.once.Deliveries.Taking;
import com.cliqtel.camel.webhook.verify.EventExamples;
import com.cliqtel.camel.webhook.verify.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What two nodes that share a ledger take, by a clock of the test's. */
class DeliveriesTest {

    private final AtomicLong nanos = new AtomicLong(Long.MIN_VALUE);
    private final Ledger ledger = MemoryLedger.withClock(MemoryLedger.DEFAULT_CAPACITY, nanos::get);
    private final List<LedgerException> troubles = new ArrayList<>();
    private final Deliveries one = node(ledger);
    private final Deliveries other = node(ledger);
    private final WebhookContent report = new EventExamples().report(42);

    private Deliveries node(Ledger shared) {
        return new Deliveries(shared, "reader", troubles::add, nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static Delivery taken(Taking taking) {
        assertThat(taking).isInstanceOf(Taking.Taken.class);
        return ((Taking.Taken) taking).delivery();
    }

    private static HttpAnswer refused(Taking taking) {
        assertThat(taking).isInstanceOf(Taking.Refused.class);
        return ((Taking.Refused) taking).answer();
    }

    @Test
    void aNodeThatDiedKeepsItsEventsForALease() {
        taken(one.take(report));
        pass(Deliveries.LEASE.minusNanos(1));
        assertThat(refused(other.take(report))).isEqualTo(HttpAnswer.IN_WORK);
        pass(Duration.ofNanos(1));
        taken(other.take(report));
    }

    @Test
    void aRouteMayTakeLongerThanItsLease() {
        Delivery delivery = taken(one.take(report));
        assertThat(delivery.isItsTurn()).isTrue();
        for (int halfMinutes = 0; halfMinutes < 100; halfMinutes++) {
            pass(Deliveries.RENEWAL);
            one.renew();
            assertThat(refused(one.take(report))).isEqualTo(HttpAnswer.IN_WORK);
            assertThat(refused(other.take(report))).isEqualTo(HttpAnswer.IN_WORK);
        }
        Delivery later = taken(other.take(new EventExamples().report(42, "failed")));
        assertThat(later.isItsTurn()).isFalse();
        delivery.done();
        assertThat(refused(other.take(report))).isEqualTo(HttpAnswer.DUPLICATE);
        assertThat(later.isItsTurn()).isTrue();
    }

    @Test
    void whatHasEndedIsNotRenewed() {
        taken(one.take(report)).release();
        pass(Deliveries.RENEWAL.multipliedBy(3));
        one.renew();
        taken(other.take(report));
    }

    @Test
    void aRenewalThatComesTooLateTakesNothingAgain() {
        for (Consumer<DeliveryHold> end :
                List.<Consumer<DeliveryHold>>of(DeliveryHold::release, hold -> hold.done(""))) {
            DeliveryHold hold = new DeliveryHold(ledger, "key", Deliveries.LEASE, nanos::get);
            hold.take();
            end.accept(hold);
            pass(Deliveries.LEASE);
            hold.renew();
            assertThat(ledger.claim("key", Duration.ZERO).state()).isIn(Claim.State.NEW, Claim.State.DONE);
            ledger.release("key");
        }
    }

    @Test
    void keepsALostKeyWithItsNewHolder() {
        Delivery stoodStill = taken(one.take(report));
        assertThat(stoodStill.isItsTurn()).isTrue();
        pass(Deliveries.LEASE);
        Delivery tookOver = taken(other.take(report));
        assertThat(tookOver.isItsTurn()).isTrue();
        one.renew();
        stoodStill.release();
        Deliveries third = node(ledger);
        assertThat(refused(third.take(report))).isEqualTo(HttpAnswer.IN_WORK);
        assertThat(taken(third.take(new EventExamples().report(42, "failed"))).isItsTurn())
                .isFalse();
        tookOver.done();
        assertThat(refused(one.take(report))).isEqualTo(HttpAnswer.DUPLICATE);
    }

    @Test
    void theRouteThatEndedWellAfterItsHoldWasLostIsNotedAllTheSame() {
        Delivery slow = taken(one.take(report));
        pass(Deliveries.LEASE);
        Delivery tookOver = taken(other.take(report));
        slow.done();
        tookOver.release();
        assertThat(refused(other.take(report))).isEqualTo(HttpAnswer.DUPLICATE);
    }

    @Test
    void whatWasSeenIsReadOnceWhereTheTurnWasNeverLost() {
        List<String> asked = new ArrayList<>();
        Deliveries node = node(new Listened(ledger, asked::add));
        Delivery delivery = taken(node.take(report));
        assertThat(delivery.isItsTurn()).isTrue();
        assertThat(delivery.isStale()).isFalse();
        pass(Deliveries.LEASE.dividedBy(2));
        node.renew();
        delivery.done();
        assertThat(asked)
                .filteredOn(key -> key.contains("seen:"))
                .as("read and written")
                .hasSize(2);
    }

    @Test
    void aKeyHeldByAnotherNodeInBetweenWasNotHeldThroughout() {
        boolean[] comesBetween = {false};
        DeliveryHold hold = new DeliveryHold(
                new Listened(ledger, key -> {}) {
                    @Override
                    public void abandon(String key, String record) {
                        super.abandon(key, record);
                        if (comesBetween[0]) {
                            ledger.claim(key, Deliveries.LEASE, "");
                            ledger.release(key);
                        }
                    }
                },
                "key",
                Deliveries.LEASE,
                nanos::get);
        hold.take();
        pass(Deliveries.LEASE.dividedBy(2));
        hold.renew();
        assertThat(hold.hasLastedUntilNow()).as("given up and taken again").isTrue();
        comesBetween[0] = true;
        pass(Deliveries.LEASE.dividedBy(2));
        hold.renew();
        assertThat(hold.hasLastedUntilNow()).as("another had it").isFalse();
    }

    @Test
    void aNodeThatStoodStillWhileItRenewedHasLostItsTurn() {
        boolean[] standsStill = {false};
        Deliveries slow = node(new Listened(ledger, key -> {}) {
            @Override
            public void abandon(String key, String record) {
                if (standsStill[0] && key.contains("turn:")) {
                    pass(Deliveries.LEASE);
                    Delivery tookOver = taken(other.take(new EventExamples().report(42, "delivered")));
                    assertThat(tookOver.isItsTurn()).isTrue();
                    assertThat(tookOver.isStale()).isFalse();
                    tookOver.done();
                }
                super.abandon(key, record);
            }
        });
        Delivery stoodStill = taken(slow.take(new EventExamples().report(42, "sent")));
        assertThat(stoodStill.isItsTurn()).isTrue();
        assertThat(stoodStill.isStale()).isFalse();
        standsStill[0] = true;
        pass(Deliveries.LEASE.dividedBy(2));
        slow.renew();
        standsStill[0] = false;
        stoodStill.done();
        assertThat(seen()).as("how far the message has come").startsWith("2 ");
    }

    private String seen() {
        return ledger.claim("webhook:reader:seen:" + EventIdentity.ofMessage((StatusUpdate) report), Duration.ZERO)
                .record();
    }

    @Test
    void renewingLateGivesUpNoKeyOfAnotherNode() {
        boolean[] standsStill = {true};
        DeliveryHold hold = new DeliveryHold(
                new Listened(ledger, key -> {}) {
                    @Override
                    public void abandon(String key, String record) {
                        if (standsStill[0]) {
                            pass(Deliveries.LEASE);
                            ledger.claim(key, Deliveries.LEASE, "");
                        }
                        super.abandon(key, record);
                    }
                },
                "key",
                Deliveries.LEASE,
                nanos::get);
        hold.take();
        pass(Deliveries.LEASE.dividedBy(2));
        hold.renew();
        hold.release();
        assertThat(hold.hasLastedUntilNow()).isFalse();
        assertThat(ledger.claim("key", Duration.ZERO).state()).isEqualTo(Claim.State.IN_PROGRESS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void progressRecordedByAnotherNodeIsKept(boolean takenBack) {
        Delivery stoodStill = taken(one.take(new EventExamples().report(42, "sent")));
        assertThat(stoodStill.isItsTurn()).isTrue();
        assertThat(stoodStill.isStale()).isFalse();
        pass(Deliveries.LEASE);
        Delivery tookOver = taken(other.take(new EventExamples().report(42, "delivered")));
        assertThat(tookOver.isItsTurn()).isTrue();
        assertThat(tookOver.isStale()).isFalse();
        tookOver.done();
        if (takenBack) {
            one.renew();
        }
        stoodStill.done();

        Delivery late = taken(other.take(new EventExamples().report(42, "queued")));
        assertThat(late.isItsTurn()).isTrue();
        assertThat(late.isStale()).as("queued after delivered").isTrue();
        late.done();
        assertThat(ledger.claim("webhook:reader:seen:" + EventIdentity.ofMessage((StatusUpdate) report), Duration.ZERO)
                        .record())
                .startsWith("2 ");
    }

    @Test
    void aRenewalThatTheLedgerFailedIsMadeUpFor() {
        Ledger[] behind = {ledger};
        Deliveries node = node(new Switched(behind));
        Delivery delivery = taken(node.take(report));
        pass(Deliveries.LEASE.dividedBy(2));
        behind[0] = null;
        node.renew();
        assertThat(troubles).hasSize(1);
        behind[0] = ledger;
        node.renew();
        pass(Deliveries.LEASE.dividedBy(2));
        node.renew();
        pass(Deliveries.LEASE.dividedBy(2));
        assertThat(refused(other.take(report))).isEqualTo(HttpAnswer.IN_WORK);
        delivery.release();
        taken(other.take(report));
    }

    @Test
    void noTwoReadersShareAnEvent() {
        taken(one.take(report)).done();
        taken(new Deliveries(ledger, "another", troubles::add).take(report));
    }

    @Test
    void keysShowNothingOfAReport() {
        List<String> keys = new ArrayList<>();
        Deliveries node = node(new Listened(ledger, keys::add));
        Delivery delivery = taken(node.take(new EventExamples().report(987654321)));
        assertThat(delivery.isItsTurn()).isTrue();
        assertThat(delivery.isStale()).isFalse();
        delivery.done();
        assertThat(keys)
                .hasSizeGreaterThan(4)
                .allMatch(key -> key.matches("webhook:reader:(turn:|seen:)?[0-9a-f]{64}"));
    }

    /** A ledger that fails while there is none behind it. */
    private static final class Switched extends Listened {

        Switched(Ledger[] behind) {
            super(
                    () -> {
                        if (behind[0] == null) {
                            throw new IllegalStateException("canary");
                        }
                        return behind[0];
                    },
                    key -> {});
        }
    }

    /** A ledger whose keys are listened to. */
    private static class Listened implements Ledger {

        private final java.util.function.Supplier<Ledger> behind;
        private final Consumer<String> ear;

        Listened(Ledger behind, Consumer<String> ear) {
            this(() -> behind, ear);
        }

        Listened(java.util.function.Supplier<Ledger> behind, Consumer<String> ear) {
            this.behind = behind;
            this.ear = ear;
        }

        @Override
        public Claim claim(String key, Duration lease, String record) {
            ear.accept(key);
            return behind.get().claim(key, lease, record);
        }

        @Override
        public void done(String key, String record) {
            ear.accept(key);
            behind.get().done(key, record);
        }

        @Override
        public void release(String key) {
            ear.accept(key);
            behind.get().release(key);
        }

        @Override
        public void abandon(String key, String record) {
            ear.accept(key);
            behind.get().abandon(key, record);
        }

        @Override
        public java.util.Optional<String> position(String name) {
            return behind.get().position(name);
        }

        @Override
        public void position(String name, String value) {
            behind.get().position(name, value);
        }
    }
}
