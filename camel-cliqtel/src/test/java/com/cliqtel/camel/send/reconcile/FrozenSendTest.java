/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.cliqtel.camel.client.SimulatorConnection;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.LeaseClock;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.cliqtel.camel.send.reconcile.SendOrders.TEXT;
import static com.cliqtel.camel.send.reconcile.SendOrders.fingerprint;
import static com.cliqtel.camel.send.reconcile.SendOrders.order;
import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A node that stands still until its lease is over, as after SIGSTOP and SIGCONT: here the lease is shorter than a wait. */
class FrozenSendTest {

    private static final Duration LEASE = Duration.ofMillis(300);

    private final Simulator simulator;
    private final SimulatorConnection open;
    private final FaultyLedger ledger = new FaultyLedger();
    private final RecordedIncidents heard = new RecordedIncidents();
    private final SendClaims claims = new SendClaims(ledger, "account", heard);
    private final AccountSends account;

    FrozenSendTest(@CliqtelSimulator(limits = CliqtelSimulator.Limits.NONE) Simulator simulator) {
        this.simulator = simulator;
        this.open = new SimulatorConnection(simulator);
        this.account = new AccountSends(
                open.line(), open.api(), new AccountSends.Kept(ledger, "account"), new UnknownSends(), heard);
    }

    @AfterEach
    void close() throws IOException {
        open.close();
    }

    private CompletableFuture<SentSms> send(String key, Duration settling, Duration lease) {
        return account.sending(open.api(), new Settlement(UnknownOutcome.RESEND, settling, 2, lease))
                .send(order(TEXT, key));
    }

    private void nextSend(Symptom symptom) {
        simulator.faults().add(FaultRule.sends(beforeAcceptance(symptom)).next(1));
    }

    private static void isInProgress(CompletableFuture<SentSms> sending) {
        assertThat(sending)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .withCauseInstanceOf(CliqtelUnavailableException.class)
                .satisfies(thrown -> assertThat(((CliqtelUnavailableException) thrown.getCause()).getCode())
                        .isEqualTo(ErrorCode.IN_PROGRESS));
    }

    @Test
    void postsNothingAfterAWaitForTheRateLimit() {
        nextSend(Symptom.status(429).error("rate_limited", "slow down").retryAfter(1));
        CompletableFuture<SentSms> frozen = send("key", Duration.ofMillis(80), LEASE);
        // another node is given the key when the lease is over
        await().until(() -> ledger.claim(claims.nameOf("key"), LEASE, "").state() == Claim.State.EXPIRED);
        isInProgress(frozen);
        assertThat(simulator.messages()).isEmpty();
        assertThat(ledger.released).as("freed though it is another node's").isEmpty();
    }

    static Stream<Symptom> refusals() {
        return Stream.of(
                Symptom.tooManyRequests().retryAfter(900),
                Symptom.status(422).error("validation_error", "The to field is invalid"),
                Symptom.status(401).error("unauthorized", "Unauthorized"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void doesNotSayThatNothingWasSentWhenAnotherNodeMaySendIt(Symptom refusal) {
        com.cliqtel.camel.simulator.fault.Hold post =
                simulator.faults().holdNext(com.cliqtel.camel.simulator.fault.Hold.Point.BEFORE_ACCEPTANCE);
        // calls are made on the thread that sends
        CompletableFuture<SentSms> frozen = CompletableFuture.supplyAsync(
                        () -> send("key", Duration.ofMillis(80), Duration.ofSeconds(2)))
                .thenCompose(sending -> sending);
        post.awaitArrival(Duration.ofSeconds(20));
        await().until(() -> ledger.claim(claims.nameOf("key"), LEASE, "").state() == Claim.State.EXPIRED);
        post.end(refusal);
        isInProgress(frozen);
        assertThat(ledger.released).as("freed though it is another node's").isEmpty();
    }

    @Test
    void leavesAMessageThatAnotherNodeHasGivenToAnEqualSms() {
        com.cliqtel.camel.simulator.fault.Hold post =
                simulator.faults().holdNext(com.cliqtel.camel.simulator.fault.Hold.Point.AFTER_ACCEPTANCE);
        CompletableFuture<SentSms> frozen = CompletableFuture.supplyAsync(
                        () -> send("key", Duration.ofMillis(80), Duration.ofSeconds(2)))
                .thenCompose(sending -> sending);
        post.awaitArrival(Duration.ofSeconds(20));
        long id = simulator.messages().get(0).id();
        String name = claims.nameOf("key");
        await().until(() -> ledger.claim(name, LEASE, "").state() == Claim.State.EXPIRED);
        // the other node has found this message for an equal SMS, and has sent another one for this key
        String closed = new SendRecord.Sent(id + 1, SendRecord.sms(fingerprint(TEXT))).toString();
        ledger.done(name, closed);
        claims.keep(id, "another");
        post.release();
        isInProgress(frozen);
        assertThat(ledger.claim(name, LEASE, "")).isEqualTo(new Claim(Claim.State.DONE, closed));
        assertThat(claims.reserve(id, "anybody").record()).isEqualTo("another");
    }

    @Test
    void takesNoKeyBackThatAnotherNodeWasGivenInTheMiddleOfTheRenewal() {
        String name = claims.nameOf("key");
        SendRecord.Sent record = new SendRecord.Sent(1, "a b c");
        long asked = LeaseClock.SYSTEM.getAsLong();
        KeyHold hold = KeyHold.claimed(claims, name, fingerprint(TEXT), LEASE, asked);
        claims.claim(name, LEASE, record);
        ledger.beforeAbandon = () -> await().until(() -> LeaseClock.SYSTEM.getAsLong() - asked > LEASE.toNanos()
                && claims.claim(name, Duration.ofMinutes(1), record).state() == Claim.State.EXPIRED);
        assertThat(hold.renew(Duration.ofMinutes(1), record)).isFalse();
        assertThat(hold.isHeld()).isFalse();
    }

    @Test
    void leavesAnEntryThatAnotherNodeHasClosed() {
        String name = claims.nameOf("key");
        KeyHold lost = KeyHold.claimed(
                claims, name, fingerprint(TEXT), LEASE, LeaseClock.SYSTEM.getAsLong() - LEASE.toNanos());
        ledger.done(name, "sent 7 by another node");
        lost.sent(42);
        assertThat(ledger.claim(name, LEASE, "")).isEqualTo(new Claim(Claim.State.DONE, "sent 7 by another node"));
    }

    @Test
    void leavesAnEntryThatIsAnotherSmsNow() {
        String name = claims.nameOf("key");
        KeyHold lost = KeyHold.claimed(
                claims, name, fingerprint(TEXT), LEASE, LeaseClock.SYSTEM.getAsLong() - LEASE.toNanos());
        SendRecord other = new SendRecord.Open(
                new FirstAttemptTime.Here(SendOrders.TIME), SendRecord.sms(fingerprint("canary: another text")));
        claims.claim(name, Duration.ofMinutes(1), other);
        lost.sent(42);
        assertThat(ledger.claim(name, LEASE, "")).isEqualTo(new Claim(Claim.State.IN_PROGRESS, other.toString()));
    }
}
