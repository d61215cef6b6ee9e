/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

import com.cliqtel.camel.client.SimulatorConnection;
import com.cliqtel.camel.client.WaitBudget;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Hold;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.send.reconcile.SendOrders.TEXT;
import static com.cliqtel.camel.send.reconcile.SendOrders.order;
import static com.cliqtel.camel.simulator.fault.Fault.afterAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** Sends from their key to their end, over HTTP, with no Camel. */
class SmsSenderTest {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Symptom REFUSED = Symptom.status(422).error("validation_error", "no");

    private final Simulator simulator;
    private final SimulatorConnection open;
    private final FaultyLedger ledger = new FaultyLedger();
    private final RecordedIncidents heard = new RecordedIncidents();
    private final SendClaims claims = new SendClaims(ledger, "account", heard);
    private final AccountSends account;

    SmsSenderTest(@CliqtelSimulator(limits = CliqtelSimulator.Limits.NONE) Simulator simulator) {
        this.simulator = simulator;
        this.open = new SimulatorConnection(simulator);
        this.account = new AccountSends(
                open.line(), open.api(), new AccountSends.Kept(ledger, "account"), new UnknownSends(), heard);
    }

    @AfterEach
    void close() throws IOException {
        open.close();
    }

    private CompletableFuture<SentSms> begin(UnknownOutcome unknownOutcome, Duration settling, SendOrder order) {
        return account.sending(open.api(), new Settlement(unknownOutcome, settling, 2, LEASE))
                .send(order);
    }

    private SentSms send(UnknownOutcome unknownOutcome, SendOrder order) {
        return begin(unknownOutcome, Duration.ofMillis(80), order).join();
    }

    private <T extends CliqtelException> T failure(Class<T> kind, UnknownOutcome unknownOutcome, SendOrder order) {
        Throwable thrown = catchThrowableOfType(CompletionException.class, () -> send(unknownOutcome, order))
                .getCause();
        assertThat(thrown).isInstanceOf(kind);
        assertThat(thrown.getMessage()).doesNotContain("canary", "31612345678");
        return kind.cast(thrown);
    }

    private CliqtelUnavailableException unavailable(UnknownOutcome unknownOutcome, SendOrder order) {
        return failure(CliqtelUnavailableException.class, unknownOutcome, order);
    }

    private void strikeSends(Fault... next) {
        for (int i = 0; i < next.length; i++) {
            simulator.faults().add(FaultRule.sends(next[i]).nth(i + 1L));
        }
    }

    private void strikeOthers(Symptom symptom) {
        simulator.faults().add(FaultRule.calls(beforeAcceptance(symptom)).where(call -> call.method()
                .equals("GET")));
    }

    private long posts() {
        return simulator.calls().stream()
                .filter(call -> call.method().equals("POST"))
                .count();
    }

    private Claim claimed(String key) {
        return ledger.takeAsAnother(claims.nameOf(key), LEASE);
    }

    @Test
    void whatIsAnsweredForIsNotedAsItsOwners() {
        SentSms sent = send(UnknownOutcome.RECONCILE, order(TEXT, "key"));
        assertThat(sent.how()).isEqualTo(SentSms.How.ANSWERED);
        long id = sent.answer().value().id();
        assertThat(claimed("key").record()).startsWith("sent " + id + " ");
        assertThat(ledger.find(List.of("sms:account:" + id), null).byMessage())
                .containsExactly(Map.entry("sms:account:" + id, claims.nameOf("key")));
        assertThat(account).hasToString("AccountSends[0 open, 0 unknown]");
    }

    @Test
    void whatWasAcceptedAndNotAnsweredForIsFound() {
        strikeSends(afterAcceptance(Symptom.reset()));
        SendOrder order = order(TEXT, null);
        SentSms sent = send(UnknownOutcome.RECONCILE, order);
        assertThat(sent.how()).isEqualTo(SentSms.How.RECONCILED);
        assertThat(sent.answer().value().id())
                .isEqualTo(simulator.messages().get(0).id());
        assertThat(order.unsettled().isEmpty()).isTrue();
        assertThat(account).hasToString("AccountSends[0 open, 0 unknown]");
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void whatIsNotFoundStaysUnknownAndIsRemembered() {
        strikeSends(beforeAcceptance(Symptom.status(503)));
        SendOrder order = order(TEXT, "key");
        CliqtelUnavailableException failure = unavailable(UnknownOutcome.RECONCILE, order);
        assertThat(failure.getOutcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.getStatusCode()).isEqualTo(503);
        assertThat(failure.getCode()).isEqualTo(ErrorCode.HTTP_STATUS);
        assertThat(failure)
                .hasMessageContaining(
                        "the SMS to ********5678 may have been sent; the list of messages doesn't show it");
        assertThat(order.unsettled().recall(order)).isPresent();
        assertThat(account).hasToString("AccountSends[0 open, 1 unknown]");
        assertThat(claimed("key").state()).isEqualTo(Claim.State.RESUMED);
        assertThat(claimed("key").record()).startsWith("unknown ");
    }

    @Test
    void aLateMessageIsFoundByTheRedeliveredExchangeOnly() {
        strikeSends(Fault.lateAcceptance(Duration.ofMillis(400), Symptom.reset()));
        SendOrder order = order(TEXT, null);
        unavailable(UnknownOutcome.RECONCILE, order);
        await().until(() -> simulator.messages().size() == 1);
        assertThat(send(UnknownOutcome.RECONCILE, order).how()).isEqualTo(SentSms.How.RECONCILED);
        assertThat(account).hasToString("AccountSends[0 open, 0 unknown]");
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void withResendItIsSentAgainAsOftenAsItMayBe() {
        Fault lost = beforeAcceptance(Symptom.reset());
        strikeSends(lost, lost);
        assertThat(send(UnknownOutcome.RESEND, order(TEXT, "key")).how()).isEqualTo(SentSms.How.ANSWERED);
        assertThat(posts()).isEqualTo(3);
        simulator.faults().add(FaultRule.sends(lost));
        assertThat(unavailable(UnknownOutcome.RESEND, order("canary 2", "key 2"))
                        .getOutcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(posts()).isEqualTo(6);
    }

    @Test
    void whatIsSentAgainIsLookedForSinceItsFirstAttempt() {
        simulator.faults().add(FaultRule.sends(beforeAcceptance(Symptom.reset())));
        Set<FirstAttemptTime> began = ConcurrentHashMap.newKeySet();
        simulator.beforeEachList(() -> SendRecord.parse(claimed("key").record())
                .flatMap(record -> record.unsettled(Instant.now()))
                .ifPresent(known -> began.add(known.began())));
        unavailable(UnknownOutcome.RESEND, order(TEXT, "key"));
        assertThat(posts()).isEqualTo(3);
        assertThat(began).hasSize(1);
    }

    @Test
    void whatWasAcceptedIsNeverSentAgain() {
        strikeSends(beforeAcceptance(Symptom.status(201).html()));
        CliqtelUnavailableException failure = unavailable(UnknownOutcome.RESEND, order(TEXT, "key"));
        assertThat(failure.getOutcome()).isEqualTo(Outcome.SENT);
        assertThat(failure)
                .hasMessageContaining("the SMS to ********5678 was accepted, but its id is unknown; the list");
        assertThat(claimed("key").record()).startsWith("accepted ");
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void withFailThereIsNoSearch() {
        strikeSends(afterAcceptance(Symptom.reset()));
        assertThat(unavailable(UnknownOutcome.FAIL, order(TEXT, null)))
                .hasMessageContaining("it was not looked for (unknownOutcome=fail)");
        assertThat(simulator.calls()).hasSize(1);
    }

    @Test
    void withoutTheListNothingIsSentAgain() {
        strikeSends(beforeAcceptance(Symptom.reset()));
        strikeOthers(Symptom.status(401));
        CliqtelUnavailableException failure = unavailable(UnknownOutcome.RESEND, order(TEXT, null));
        assertThat(failure).hasMessageContaining("list of messages can't be read");
        assertThat(failure.getCode()).isEqualTo(ErrorCode.NO_ANSWER);
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void aContestedMessageCausesNoSecondSend() {
        strikeSends(beforeAcceptance(Symptom.reset()), beforeAcceptance(REFUSED), afterAcceptance(Symptom.reset()));
        assertThat(unavailable(UnknownOutcome.RESEND, order(TEXT, null)))
                .hasMessageContaining("it was not found, and not sent again");
        assertThat(posts()).isEqualTo(2);
        assertThat(unavailable(UnknownOutcome.RESEND, order(TEXT, null)))
                .hasMessageContaining("shows one that may be this SMS or another one");
        assertThat(posts()).isEqualTo(3);
    }

    @Test
    void whatIsRefusedFreesItsKey() {
        strikeSends(beforeAcceptance(REFUSED));
        SendOrder order = order(TEXT, "key");
        failure(CliqtelRejectedException.class, UnknownOutcome.RECONCILE, order);
        assertThat(order.unsettled().isEmpty()).isTrue();
        assertThat(claimed("key").state()).isEqualTo(Claim.State.NEW);
    }

    @Test
    void handedOverAgainWithItsKeyItIsTheSameMessage() {
        SentSms first = send(UnknownOutcome.RECONCILE, order(TEXT, "key"));
        SentSms second = send(UnknownOutcome.RECONCILE, order(TEXT, "key"));
        assertThat(second.how()).isEqualTo(SentSms.How.DUPLICATE);
        assertThat(second.answer().value().id())
                .isEqualTo(first.answer().value().id());
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void whatWasSentBeforeAndCannotBeHadNowWasSent() {
        long id = send(UnknownOutcome.RECONCILE, order(TEXT, "key"))
                .answer()
                .value()
                .id();
        strikeOthers(Symptom.status(500));
        CliqtelUnavailableException failure = unavailable(UnknownOutcome.RECONCILE, order(TEXT, "key"));
        assertThat(failure.getOutcome()).isEqualTo(Outcome.SENT);
        assertThat(failure.getCode()).isEqualTo(ErrorCode.HTTP_STATUS);
        assertThat(failure).hasMessageContaining("sent before, as message " + id + ", which can't be read now");
        simulator.faults().clear();
        strikeOthers(Symptom.tooManyRequests().retryAfter(60));
        failure(CliqtelThrottledException.class, UnknownOutcome.RECONCILE, order(TEXT, "key"));
    }

    @Test
    void aKeyOfAnotherSmsIsRefusedAndWhatIsKnownOfThatOneIsKept() {
        send(UnknownOutcome.RECONCILE, order(TEXT, "key"));
        assertThat(failure(CliqtelRejectedException.class, UnknownOutcome.RECONCILE, order("canary 2", "key"))
                        .getCode())
                .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        strikeSends(beforeAcceptance(Symptom.reset()));
        unavailable(UnknownOutcome.RECONCILE, order(TEXT, "unknown"));
        failure(CliqtelRejectedException.class, UnknownOutcome.RECONCILE, order("canary 2", "unknown"));
        assertThat(claimed("unknown").state()).isEqualTo(Claim.State.RESUMED);
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void aKeyThatIsHeldElsewhereIsInProgress() {
        claimed("key");
        CliqtelUnavailableException failure = unavailable(UnknownOutcome.RECONCILE, order(TEXT, "key"));
        assertThat(failure.getCode()).isEqualTo(ErrorCode.IN_PROGRESS);
        assertThat(failure.getOutcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(claimed("key").state()).isEqualTo(Claim.State.BUSY);
    }

    @Test
    void aKeyThatIsDoneWithoutSayingAsWhichMessageWasSent() {
        ledger.closeAsAnother(claims.nameOf("key"), "", null);
        CliqtelUnavailableException failure = unavailable(UnknownOutcome.RECONCILE, order(TEXT, "key"));
        assertThat(failure.getCode()).isEqualTo(ErrorCode.ALREADY_SENT);
        assertThat(failure.getOutcome()).isEqualTo(Outcome.SENT);
    }

    @Test
    void aKeyLeftInWorkIsLookedForSinceItBeganOrFarBackWhereThatIsNotSaid() {
        ledger.keepAsAnother(claims.nameOf("key"), "");
        CliqtelUnavailableException failure = unavailable(UnknownOutcome.RESEND, order(TEXT, "key"));
        assertThat(failure.getCode()).isEqualTo(ErrorCode.NOT_SETTLED);
        assertThat(failure.getStatusCode()).isZero();
        assertThat(posts()).isZero();
        SendRecord unknown = SendRecord.parse(claimed("key").record()).orElseThrow();
        Instant began = unknown.unsettled(Instant.now()).orElseThrow().began().instant();
        assertThat(Duration.between(began, Instant.now())).isBetween(Duration.ofDays(1), Duration.ofHours(25));
    }

    @Test
    void withoutTheLedgerNothingIsSentAndWhatWasSentIsSent() {
        ledger.failing = true;
        CliqtelUnavailableException failure = unavailable(UnknownOutcome.RECONCILE, order(TEXT, "key"));
        assertThat(failure.getCode()).isEqualTo(ErrorCode.LEDGER_UNAVAILABLE);
        assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(posts()).isZero();
        assertThat(send(UnknownOutcome.RECONCILE, order(TEXT, null)).how()).isEqualTo(SentSms.How.ANSWERED);
        assertThat(heard.notNoted).isNotEmpty();
    }

    @Test
    void afterALedgerFailureNeitherSearchesNorSendsAgain() {
        simulator
                .faults()
                .add(FaultRule.sends(beforeAcceptance(Symptom.reset())).where(call -> {
                    ledger.failing = true;
                    return true;
                }));
        assertThat(unavailable(UnknownOutcome.RESEND, order(TEXT, "key")).getCode())
                .isEqualTo(ErrorCode.IN_PROGRESS);
        assertThat(heard.notNoted).isNotEmpty();
        assertThat(simulator.calls()).hasSize(1);
    }

    @Test
    void doesNotSendAgainIfTheKeyIsLostDuringTheSearch() {
        strikeSends(beforeAcceptance(Symptom.reset()));
        simulator.beforeEachList(() -> ledger.closeAsAnother(claims.nameOf("key"), "sent 7 a b c", null));
        assertThat(unavailable(UnknownOutcome.RESEND, order(TEXT, "key")).getCode())
                .isEqualTo(ErrorCode.IN_PROGRESS);
        assertThat(posts()).isEqualTo(1);
        assertThat(claimed("key").record()).isEqualTo("sent 7 a b c");
    }

    @Test
    void doesNotSearchIfTheKeyIsLostDuringTheSend() {
        simulator
                .faults()
                .add(FaultRule.sends(beforeAcceptance(Symptom.reset())).where(call -> {
                    ledger.closeAsAnother(claims.nameOf("key"), "sent 7 a b c", null);
                    return true;
                }));
        assertThat(unavailable(UnknownOutcome.RESEND, order(TEXT, "key")).getCode())
                .isEqualTo(ErrorCode.IN_PROGRESS);
        assertThat(simulator.calls()).hasSize(1);
    }

    @Test
    void whatGetsNoTurnKeepsWhatIsKnownOfItsKey() {
        ledger.keepAsAnother(claims.nameOf("key"), "");
        Hold equal = simulator.faults().holdNext(Hold.Point.BEFORE_ACCEPTANCE);
        CompletableFuture<SentSms> before =
                CompletableFuture.supplyAsync(() -> send(UnknownOutcome.RECONCILE, order(TEXT, null)));
        equal.awaitArrival(Duration.ofSeconds(10));
        SendOrder impatient = new SendOrder(
                SendOrders.submission(TEXT), "key", new UnsettledSends(), WaitBudget.of(Duration.ofMillis(1)));
        failure(CliqtelThrottledException.class, UnknownOutcome.RECONCILE, impatient);
        equal.release();
        before.join();
        assertThat(claimed("key").state()).isEqualTo(Claim.State.RESUMED);
    }

    @Test
    void whatWaitsForItsTurnWhenEverythingEndsFreesItsKey() {
        Hold equal = simulator.faults().holdNext(Hold.Point.BEFORE_ACCEPTANCE);
        CompletableFuture<SentSms> before =
                CompletableFuture.supplyAsync(() -> send(UnknownOutcome.RECONCILE, order(TEXT, null)));
        equal.awaitArrival(Duration.ofSeconds(10));
        CompletableFuture<SentSms> waiting = begin(UnknownOutcome.RECONCILE, Duration.ofMillis(80), order(TEXT, "key"));
        open.line().waits().close();
        assertThat(catchThrowableOfType(CompletionException.class, waiting::join)
                        .getCause())
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> assertThat(failure.getOutcome())
                        .isEqualTo(Outcome.NOT_SENT));
        assertThat(claimed("key").state()).isEqualTo(Claim.State.NEW);
        equal.release();
        before.join();
    }

    @Test
    void whenEverythingEndsWhileItIsLookedForItStaysUnknown() {
        strikeSends(beforeAcceptance(Symptom.reset()));
        CompletableFuture<SentSms> sending =
                begin(UnknownOutcome.RECONCILE, Duration.ofMinutes(10), order(TEXT, "key"));
        await().until(() -> open.line().waits().open() > 0 && posts() == 1);
        open.line().waits().close();
        assertThat(catchThrowableOfType(CompletionException.class, sending::join))
                .hasRootCauseInstanceOf(Exception.class)
                .cause()
                .hasMessageContaining("the component is stopping before it was looked for to the end");
        assertThat(claimed("key").record()).startsWith("unknown ");
    }

    @Test
    void sendsNothingIfItsTurnComesAfterTheLease() {
        Settlement short1 = new Settlement(UnknownOutcome.RECONCILE, Duration.ofMillis(80), 1, Duration.ofNanos(1));
        Throwable failure = catchThrowableOfType(CompletionException.class, () -> account.sending(open.api(), short1)
                        .send(order(TEXT, "key"))
                        .join())
                .getCause();
        assertThat(((CliqtelException) failure).getCode()).isEqualTo(ErrorCode.IN_PROGRESS);
        assertThat(posts()).isZero();
    }
}
