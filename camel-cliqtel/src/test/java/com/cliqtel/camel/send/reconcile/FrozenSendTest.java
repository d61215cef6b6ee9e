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
        await().until(() -> ledger.takeAsAnother(claims.nameOf("key"), LEASE).state() == Claim.State.RESUMED);
        isInProgress(frozen);
        assertThat(simulator.messages()).isEmpty();
        assertThat(ledger.takeAsAnother(claims.nameOf("key"), LEASE).state())
                .as("the key is another node's")
                .isNotEqualTo(Claim.State.NEW);
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
        await().until(() -> ledger.takeAsAnother(claims.nameOf("key"), LEASE).state() == Claim.State.RESUMED);
        post.end(refusal);
        isInProgress(frozen);
        assertThat(ledger.takeAsAnother(claims.nameOf("key"), LEASE).state())
                .as("the key is another node's")
                .isNotEqualTo(Claim.State.NEW);
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
        await().until(() -> ledger.takeAsAnother(name, Duration.ZERO).state() == Claim.State.RESUMED);
        // the other node has found this message for an equal SMS, and has sent another one for this key
        String closed = new SendRecord.Sent(id + 1, SendRecord.sms(fingerprint(TEXT))).toString();
        ledger.closeAsAnother(name, closed, claims.messageOf(id + 1));
        claims.own("once:another", id);
        post.release();
        isInProgress(frozen);
        assertThat(ledger.takeAsAnother(name, LEASE)).isEqualTo(new Claim(Claim.State.CLOSED, closed));
        assertThat(claims.own("once:another", id)).isTrue();
    }
}
