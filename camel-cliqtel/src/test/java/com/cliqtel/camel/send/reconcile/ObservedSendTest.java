/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

import com.cliqtel.camel.client.SimulatorConnection;
import com.cliqtel.camel.client.WaitBudget;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.observe.Observer;
import com.cliqtel.camel.observe.SearchEnd;
import com.cliqtel.camel.observe.WaitReason;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.send.reconcile.SendOrders.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is seen of a send from outside: by whoever watches its exchange, and in the list of those that ended unknown. */
class ObservedSendTest {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int LISTED = 1_000;

    private final Simulator simulator;
    private final SimulatorConnection open;
    private final UnknownSends unknowns = new UnknownSends();
    private final MemoryLedger ledger = new MemoryLedger();
    private final AccountSends account;
    private final Watching watching = new Watching();

    ObservedSendTest(@CliqtelSimulator(limits = CliqtelSimulator.Limits.NONE) Simulator simulator) {
        this.simulator = simulator;
        this.open = new SimulatorConnection(simulator);
        this.account = new AccountSends(
                open.line(), open.api(), new AccountSends.Kept(ledger, "account"), unknowns, new RecordedIncidents());
    }

    @AfterEach
    void close() throws IOException {
        open.close();
    }

    /** Writes down what it is told. */
    private static final class Watching implements Observer {

        private final List<String> told = new CopyOnWriteArrayList<>();
        private final List<Long> nanos = new CopyOnWriteArrayList<>();

        @Override
        public void waited(WaitReason why, long waited) {
            told.add("waited " + why);
            nanos.add(waited);
        }

        @Override
        public void accepted(Sms sms) {
            told.add("accepted " + sms.id());
        }

        @Override
        public void reconciled(Sms sms) {
            told.add("reconciled " + sms.id());
        }

        @Override
        public void duplicate(Sms sms) {
            told.add("duplicate " + sms.id());
        }

        @Override
        public void searched(SearchEnd result) {
            told.add("searched " + result);
        }

        @Override
        public void endedUnknown(Throwable failure) {
            told.add("unknown " + failure.getClass().getSimpleName());
        }
    }

    private SendOrder order(String text, String key) {
        return new SendOrder(
                SendOrders.submission(text),
                key,
                new UnsettledSends(),
                WaitBudget.of(Duration.ofSeconds(10), watching));
    }

    private CompletableFuture<SentSms> begin(UnknownOutcome unknownOutcome, SendOrder order) {
        return account.sending(open.api(), new Settlement(unknownOutcome, Duration.ofMillis(80), 2, LEASE))
                .send(order);
    }

    private long sent(UnknownOutcome unknownOutcome, SendOrder order) {
        return begin(unknownOutcome, order).join().answer().value().id();
    }

    private void endsUnknown(UnknownOutcome unknownOutcome, SendOrder order) {
        assertThatThrownBy(() -> begin(unknownOutcome, order).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(CliqtelUnavailableException.class);
    }

    private void strike(Fault fault) {
        simulator.faults().add(FaultRule.sends(fault).next(1));
    }

    private void lost() {
        strike(Fault.beforeAcceptance(Symptom.reset()));
    }

    private void acceptedInSilence() {
        strike(Fault.afterAcceptance(Symptom.reset()));
    }

    private UnknownSend only() {
        assertThat(unknowns.size()).isEqualTo(1);
        assertThat(unknowns.list()).hasSize(1);
        return unknowns.list().get(0);
    }

    @Test
    void oneThatIsAnsweredForIsAcceptedAndItsRepetitionADuplicate() {
        long id = sent(UnknownOutcome.RECONCILE, order(TEXT, "key"));
        assertThat(watching.told).containsExactly("accepted " + id);
        sent(UnknownOutcome.RECONCILE, order(TEXT, "key"));
        assertThat(watching.told).containsExactly("accepted " + id, "duplicate " + id);
        assertThat(unknowns.size()).isZero();
    }

    @Test
    void oneThatIsFoundWasSettledAndReconciled() {
        acceptedInSilence();
        long began = System.nanoTime();
        long id = sent(UnknownOutcome.RECONCILE, order(TEXT, null));
        assertThat(watching.told).containsExactly("waited SETTLING", "searched FOUND", "reconciled " + id);
        assertThat(watching.nanos).hasSize(1).allMatch(nanos -> nanos > 0 && nanos <= System.nanoTime() - began);
    }

    @Test
    void oneThatIsNotFoundEndsUnknownAndIsListedUntilARedeliveryFindsItsEnd() {
        lost();
        SendOrder order = order(TEXT, "key");
        endsUnknown(UnknownOutcome.RECONCILE, order);
        assertThat(watching.told)
                .containsExactly("waited SETTLING", "searched NOT_FOUND", "unknown CliqtelUnavailableException");
        UnknownSend listed = only();
        assertThat(listed.number()).isEqualTo(1);
        assertThat(listed.account()).isEqualTo("account");
        assertThat(listed.to()).isEqualTo("********5678");
        assertThat(listed.key()).isEqualTo("key");
        assertThat(listed.state()).isEqualTo("unknown");
        assertThat(listed.why()).isEqualTo("the list of messages doesn't show it");
        assertThat(unknowns).hasToString("UnknownSends[1]");

        long id = sent(UnknownOutcome.RESEND, order);
        assertThat(watching.told).endsWith("waited SETTLING", "searched NOT_FOUND", "accepted " + id);
        assertThat(unknowns.list()).isEmpty();
        assertThat(unknowns.size()).isZero();
    }

    @Test
    void aSendWithoutAReadableListIsNotSeen() {
        lost();
        simulator
                .faults()
                .add(FaultRule.calls(Fault.beforeAcceptance(Symptom.reset()))
                        .where(call -> call.method().equals("GET")));
        endsUnknown(UnknownOutcome.RECONCILE, order(TEXT, null));
        assertThat(watching.told).contains("searched NOT_SEEN");
        assertThat(only().key()).isNull();
    }

    @Test
    void oneThatMayBeAnothersIsContested() {
        lost();
        endsUnknown(UnknownOutcome.FAIL, order(TEXT, null));
        acceptedInSilence();
        endsUnknown(UnknownOutcome.RECONCILE, order(TEXT, null));
        assertThat(watching.told).contains("searched CONTESTED").doesNotContain("searched FOUND");
        assertThat(unknowns.list()).extracting(UnknownSend::number).containsExactly(1L, 2L);
    }

    @Test
    void equalSendWaitsForItsTurn() {
        com.cliqtel.camel.simulator.fault.Hold hold =
                simulator.faults().holdNext(com.cliqtel.camel.simulator.fault.Hold.Point.BEFORE_ACCEPTANCE);
        CompletableFuture<SentSms> first = CompletableFuture.supplyAsync(
                () -> begin(UnknownOutcome.RECONCILE, order(TEXT, null)).join());
        hold.awaitArrival(Duration.ofSeconds(10));
        CompletableFuture<SentSms> second = begin(UnknownOutcome.RECONCILE, order(TEXT, null));
        assertThat(account.open()).isEqualTo(1);
        assertThat(second).isNotDone();
        hold.release();
        first.join();
        second.join();
        assertThat(watching.told).contains("waited TURN");
        assertThat(account.open()).isZero();
    }

    @Test
    void theNewestThousandAreListed() {
        Resolution nobodyAsks = new Resolution(
                new SendClaims(new MemoryLedger(), "account", new RecordedIncidents()),
                new AbandonedSends(),
                null,
                null,
                null);
        for (int i = 0; i <= LISTED; i++) {
            UnknownEnd ended = UnknownEnd.of(order("canary " + i, null), "owner", SendOrders.unsettled(Outcome.SENT));
            unknowns.add(ended, "why", nobodyAsks);
            assertThat(unknowns.size()).isEqualTo(Math.min(i + 1, LISTED));
        }
        assertThat(unknowns.list()).hasSize(LISTED);
        assertThat(unknowns.list().get(0).number()).isEqualTo(2);
        assertThat(unknowns.list().get(0).state()).isEqualTo("accepted");
        assertThatThrownBy(() -> unknowns.resolveAsNotSent(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no unknown send has the number 1");
    }

    @Test
    void oneSettledAsSentIsADuplicateFromThenOn() {
        acceptedInSilence();
        SendOrder order = order(TEXT, "key");
        endsUnknown(UnknownOutcome.FAIL, order);
        long id = simulator.messages().get(0).id();
        unknowns.resolveAsSent(1, id);
        assertThat(unknowns.list()).isEmpty();
        assertThat(account).hasToString("AccountSends[0 open, 0 unknown]");
        assertThat(sent(UnknownOutcome.FAIL, order(TEXT, "key"))).isEqualTo(id);
        assertThat(watching.told).endsWith("duplicate " + id);
    }

    @Test
    void oneSettledAsNotSentIsSentByARedeliveryOfItsOwnExchange() {
        lost();
        SendOrder order = order(TEXT, null);
        endsUnknown(UnknownOutcome.FAIL, order);
        assertThat(order.unsettled().isEmpty()).isFalse();
        unknowns.resolveAsNotSent(1);
        assertThat(order.unsettled().isEmpty()).isTrue();
        assertThat(unknowns.list()).isEmpty();
        assertThat(account).hasToString("AccountSends[0 open, 0 unknown]");
        long id = sent(UnknownOutcome.FAIL, order);
        assertThat(watching.told).endsWith("accepted " + id);
    }

    @Test
    void oneIsNotSettledAsAMessageThatIsAnotherSms() {
        acceptedInSilence();
        endsUnknown(UnknownOutcome.FAIL, order(TEXT, "key"));
        long other = sent(UnknownOutcome.FAIL, order("canary other", null));
        assertThatThrownBy(() -> unknowns.resolveAsSent(1, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is another SMS");
        assertThat(unknowns.size()).isEqualTo(1);
    }

    @Test
    void aSendWithAKeyThatIsMeanwhileDoneIsSettledAsThatMessage() {
        acceptedInSilence();
        endsUnknown(UnknownOutcome.FAIL, order(TEXT, "key"));
        long id = simulator.messages().get(0).id();
        // by another node, which has found it
        Hold other = Hold.of(nameOf("key"));
        ledger.take(other, LEASE);
        ledger.close(other, new SendRecord.Sent(id, SendRecord.sms(SendOrders.fingerprint(TEXT))).toString(), null);
        String sentBefore = "its idempotency key says that it was sent before, as message " + id;
        assertThatThrownBy(() -> unknowns.resolveAsNotSent(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(sentBefore);
        assertThat(unknowns.size()).isEqualTo(1);
        unknowns.resolveAsSent(1, id);
        assertThat(unknowns.list()).isEmpty();
    }

    @Test
    void aSendWithAKeyInProgressIsNotSettled() {
        lost();
        endsUnknown(UnknownOutcome.FAIL, order(TEXT, "key"));
        ledger.take(Hold.of(nameOf("key")), LEASE);
        assertThatThrownBy(() -> unknowns.resolveAsNotSent(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is under way");
        assertThat(unknowns.size()).isEqualTo(1);
    }

    private String nameOf(String key) {
        return new SendClaims(ledger, "account", new RecordedIncidents()).nameOf(key);
    }
}
