/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Hold;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.cliqtel.camel.simulator.fault.Fault.afterAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.lateAcceptance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is done about sends that nobody answered for, in routes with onException, counted at the simulator. */
class UnknownOutcomeRouteTest {

    private static final Duration SETTLING = Duration.ofMillis(800);

    private final TestAccount account;
    private final List<Exception> handled = new ArrayList<>();
    private final List<Exchange> next = new ArrayList<>();

    private void open(String options) throws Exception {
        account.component().getConnection().setRequestTimeout(Duration.ofMillis(500));
        account.component().getSend().setSettlingTime(SETTLING);
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                onException(CliqtelException.class)
                        .handled(true)
                        .process(e -> handled.add(e.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
                from("direct:in").to("cliqtel:send?to=+31612345678" + options).process(next::add);
                from("direct:again").errorHandler(noErrorHandler()).to("cliqtel:send?to=+31612345678" + options);
            }
        });
    }

    UnknownOutcomeRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private Simulator simulator() {
        return account.simulator();
    }

    private void nextSend(Fault fault) {
        simulator().faults().add(FaultRule.sends(fault).next(1));
    }

    private long posts() {
        return simulator().calls().stream()
                .filter(call -> call.method().equals("POST"))
                .count();
    }

    private void assertSent(boolean reconciled) {
        assertThat(handled).isEmpty();
        assertThat(next).hasSize(1);
        assertThat(next.get(0).getMessage().getBody(Sms.class).id())
                .isEqualTo(simulator().messages().get(0).id());
        assertThat(next.get(0).getMessage().getHeader(CliqtelConstants.RECONCILED))
                .isEqualTo(reconciled ? true : null);
    }

    private CliqtelUnavailableException unavailable(Outcome outcome) {
        assertThat(next).as("the step after the send").isEmpty();
        assertThat(handled).hasSize(1);
        assertThat(handled.get(0)).isInstanceOf(CliqtelUnavailableException.class);
        CliqtelUnavailableException failure = (CliqtelUnavailableException) handled.get(0);
        assertThat(failure.getOutcome()).isEqualTo(outcome);
        assertThat(failure.getMessage()).doesNotContain("canary", "31612345678");
        return failure;
    }

    static Stream<Symptom> lostAnswers() {
        return Stream.of(
                Symptom.reset(),
                Symptom.closed(),
                Symptom.silence(),
                Symptom.status(500),
                Symptom.status(502).html(),
                Symptom.status(503),
                Symptom.status(408),
                Symptom.status(409));
    }

    static Stream<Symptom> unreadableAnswers() {
        return Stream.of(
                Symptom.truncated(),
                Symptom.truncatedByReset(),
                Symptom.withoutId(),
                Symptom.status(201).html());
    }

    @ParameterizedTest
    @MethodSource({"lostAnswers", "unreadableAnswers"})
    void whatWasAcceptedAndNotAnsweredIsFoundAndNotSentAgain(Symptom symptom) throws Exception {
        open("");
        nextSend(afterAcceptance(symptom));
        account.call("direct:in", "canary text");
        assertSent(true);
        assertThat(posts()).isEqualTo(1);
        assertThat(simulator().messages()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void aSendThatIsNotFoundIsUnknownAndNotRepeated(Symptom symptom) throws Exception {
        open("");
        nextSend(beforeAcceptance(symptom));
        account.call("direct:in", "canary text");
        unavailable(Outcome.UNKNOWN);
        assertThat(posts()).isEqualTo(1);
        assertThat(simulator().messages()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void withResendWhatIsNotFoundIsSentAgainOnce(Symptom symptom) throws Exception {
        open("&unknownOutcome=resend");
        nextSend(beforeAcceptance(symptom));
        account.call("direct:in", "canary text");
        assertSent(false);
        assertThat(posts()).isEqualTo(2);
        assertThat(simulator().messages()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource({"lostAnswers", "unreadableAnswers"})
    void withResendWhatWasAcceptedIsFoundAndNotSentAgain(Symptom symptom) throws Exception {
        open("&unknownOutcome=resend");
        nextSend(afterAcceptance(symptom));
        account.call("direct:in", "canary text");
        assertSent(true);
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void withResendWhatIsAcceptedLateButWithinTheSettlingTimeIsNotSentAgain() throws Exception {
        open("&unknownOutcome=resend");
        nextSend(lateAcceptance(Duration.ofMillis(400), Symptom.reset()));
        account.call("direct:in", "canary text");
        assertSent(true);
        assertThat(posts()).isEqualTo(1);
        assertThat(simulator().messages()).hasSize(1);
    }

    static Stream<Symptom> refusals() {
        return Stream.of(
                Symptom.tooManyRequests().retryAfter(3600), Symptom.status(422).error("validation_error", "x"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsRefusedWhenItIsSentAgainMayHaveBeenSentTheFirstTime(Symptom refusal) throws Exception {
        open("&unknownOutcome=resend");
        // the newer rule comes first
        nextSend(beforeAcceptance(refusal));
        nextSend(lateAcceptance(SETTLING.plusMillis(500), Symptom.reset()));
        account.call("direct:in", "canary text");
        unavailable(Outcome.UNKNOWN);
        assertThat(posts()).isEqualTo(2);
        await().until(() -> simulator().messages().size() == 1);
    }

    @Test
    void withFailThereIsNoSearch() throws Exception {
        open("&unknownOutcome=fail");
        nextSend(afterAcceptance(Symptom.reset()));
        account.call("direct:in", "canary text");
        unavailable(Outcome.UNKNOWN);
        assertThat(simulator().calls()).hasSize(1);
    }

    @Test
    void whatWasAcceptedIsNeverSentAgainEvenWhenItIsNotFound() throws Exception {
        open("&unknownOutcome=resend");
        nextSend(beforeAcceptance(Symptom.status(201).html()));
        account.call("direct:in", "canary text");
        unavailable(Outcome.SENT);
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void withoutTheListNothingIsSentAgain() throws Exception {
        open("&unknownOutcome=resend");
        nextSend(beforeAcceptance(Symptom.reset()));
        simulator()
                .faults()
                .add(FaultRule.calls(beforeAcceptance(Symptom.status(401)))
                        .where(call -> call.method().equals("GET")));
        account.call("direct:in", "canary text");
        unavailable(Outcome.UNKNOWN);
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void anOlderMessageOfTheSameTextIsNotTakenForTheOneThatIsMissing() throws Exception {
        open("");
        account.call("direct:in", "canary text");
        next.clear();
        nextSend(beforeAcceptance(Symptom.reset()));
        account.call("direct:in", "canary text");
        unavailable(Outcome.UNKNOWN);
    }

    @Test
    void aMessageOfAnotherSystemWithAnotherTextOrRecipientIsNotTaken() throws Exception {
        open("");
        Hold hold = simulator().faults().holdNext(Hold.Point.BEFORE_ACCEPTANCE, call -> call.isSend());
        Thread sending = new Thread(() -> account.call("direct:in", "canary text"));
        sending.start();
        hold.awaitArrival(Duration.ofSeconds(10));
        account.call("cliqtel:send?to=+31612345679", "canary text");
        account.call("cliqtel:send?to=+31612345678", "canary text 2");
        hold.reset();
        sending.join(20_000);
        unavailable(Outcome.UNKNOWN);
        assertThat(simulator().messages()).hasSize(2);
    }

    @Test
    void theSendersIdWillDoToFindIt() throws Exception {
        account.component().getAddress().setFrom(null);
        account.component().getSend().setFromNumberId(11L);
        open("");
        nextSend(afterAcceptance(Symptom.reset()));
        account.call("direct:in", "canary text");
        assertSent(true);
    }

    @Test
    void handedOverAgainByTheErrorHandlerItIsLookedForAndNotPosted() throws Exception {
        account.component().getConnection().setRequestTimeout(Duration.ofMillis(500));
        account.component().getSend().setSettlingTime(SETTLING);
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(0));
                from("direct:in").to("cliqtel:send?to=+31612345678").process(next::add);
            }
        });
        nextSend(lateAcceptance(SETTLING.plusMillis(200), Symptom.reset()));
        Exchange out = account.call("direct:in", "canary text");
        assertThat(posts()).isEqualTo(1);
        assertThat(simulator().messages()).hasSizeLessThanOrEqualTo(1);
        if (out.getException() == null) {
            assertSent(true);
        }
    }

    @Test
    void withFailAnExchangeThatIsHandedOverAgainIsStillNotPosted() throws Exception {
        open("&unknownOutcome=fail");
        nextSend(afterAcceptance(Symptom.reset()));
        Exchange exchange = account.context().getEndpoint("direct:again").createExchange();
        exchange.getMessage().setBody("canary text");
        for (int i = 0; i < 3; i++) {
            exchange.setException(null);
            account.context().createProducerTemplate().send("direct:again", exchange);
            assertThat(exchange.getException()).isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> {
                assertThat(failure.getOutcome()).isEqualTo(Outcome.UNKNOWN);
            });
        }
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void aRedeliveredExchangeFindsItsLateSms() throws Exception {
        open("");
        nextSend(lateAcceptance(SETTLING.plusMillis(300), Symptom.reset()));
        Exchange exchange = account.context().getEndpoint("direct:again").createExchange();
        exchange.getMessage().setBody("canary text");
        account.context().createProducerTemplate().send("direct:again", exchange);
        assertThat(exchange.getException()).isInstanceOf(CliqtelUnavailableException.class);
        await().until(() -> simulator().messages().size() == 1);
        exchange.setException(null);
        account.context().createProducerTemplate().send("direct:again", exchange);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(CliqtelConstants.RECONCILED)).isEqualTo(true);
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void twoSendsOfTheSameTextDoNotTakeEachOthersMessages() throws Exception {
        open("");
        // the first is accepted late, after it was given up; the second is not accepted at all
        nextSend(lateAcceptance(SETTLING.plusMillis(100), Symptom.reset()));
        account.call("direct:in", "canary text");
        unavailable(Outcome.UNKNOWN);
        handled.clear();
        nextSend(beforeAcceptance(Symptom.reset()));
        account.call("direct:in", "canary text");
        unavailable(Outcome.UNKNOWN);
        assertThat(simulator().messages()).hasSize(1);
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void withResendAMessageThatIsLeftToAnEarlierSendIsNoReasonToSendAgain() throws Exception {
        open("&unknownOutcome=resend");
        // the first stays unknown: not accepted, and refused when it is sent again
        simulator()
                .faults()
                .add(
                        FaultRule.sends(beforeAcceptance(Symptom.status(422).error("validation_error", "no")))
                                .nth(2),
                        FaultRule.sends(beforeAcceptance(Symptom.reset())).nth(1));
        account.call("direct:in", "canary text");
        unavailable(Outcome.UNKNOWN);
        assertThat(posts()).isEqualTo(2);
        handled.clear();
        nextSend(afterAcceptance(Symptom.reset()));
        account.call("direct:in", "canary text");
        unavailable(Outcome.UNKNOWN);
        assertThat(posts()).isEqualTo(3);
        assertThat(simulator().messages()).hasSize(1);
    }

    @Test
    void theSecondOfTwoEqualSendsWaitsForTheFirstAndEachGetsItsOwnId() throws Exception {
        open("");
        simulator()
                .faults()
                .add(FaultRule.sends(afterAcceptance(Symptom.reset())).next(2));
        List<CompletableFuture<Exchange>> both = Stream.of(1, 2)
                .map(i -> CompletableFuture.supplyAsync(() -> account.call("direct:in", "canary text")))
                .toList();
        List<Object> ids = both.stream()
                .map(done -> done.join().getMessage().getHeader(CliqtelConstants.MESSAGE_ID))
                .toList();
        assertThat(ids)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(simulator().messages().stream()
                        .map(Message::id)
                        .map(Object.class::cast)
                        .toList());
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void anEqualSendThatWouldWaitTooLongIsThrottledAndNotSent() throws Exception {
        open("&maxWait=100ms");
        Hold hold = simulator().faults().holdNext(Hold.Point.BEFORE_ACCEPTANCE, call -> call.isSend());
        Thread sending = new Thread(() -> account.call("direct:again", "canary text"));
        sending.start();
        hold.awaitArrival(Duration.ofSeconds(10));
        Exchange second = account.call("direct:again", "canary text");
        hold.release();
        sending.join(20_000);
        assertThat(second.getException()).isInstanceOf(CliqtelThrottledException.class);
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void aRefusalIsFinalAndARefusedRateIsWaitedFor() throws Exception {
        open("");
        nextSend(beforeAcceptance(Symptom.tooManyRequests().retryAfter(0)));
        account.call("direct:in", "canary text");
        assertSent(false);
        assertThat(posts()).isEqualTo(2);
        nextSend(beforeAcceptance(Symptom.status(500).error("send_failed", "Carrier rejected the message")));
        account.call("direct:in", "canary text");
        assertThat(handled).hasSize(1).first().isInstanceOf(CliqtelRejectedException.class);
        assertThat(posts()).isEqualTo(3);
    }

    @Test
    void aRefusalForTheRateThatWouldTakeTooLongFailsAtOnce() throws Exception {
        open("&maxWait=2s");
        nextSend(beforeAcceptance(Symptom.tooManyRequests().retryAfter(3600)));
        account.call("direct:in", "canary text");
        assertThat(next).isEmpty();
        assertThat(handled).hasSize(1).first().isInstanceOfSatisfying(CliqtelThrottledException.class, throttled -> {
            assertThat(throttled.getRetryAfter()).isEqualTo(Duration.ofMinutes(15));
        });
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void whatWasNeverWrittenIsTriedAgain() throws Exception {
        account.component().getRetry().setMaxRetries(2);
        open("&baseUrl=http://127.0.0.1:1/api");
        account.call("direct:in", "canary text", Map.of());
        unavailable(Outcome.NOT_SENT);
        assertThat(posts()).isZero();
    }

    @Test
    void theServersClockIsUsedAndNotThisMachines(@SimulatedAccount Cliqtel cliqtel) throws Exception {
        TestAccount skewed = TestAccount.of(cliqtel, simulator -> simulator.clockSkew(Duration.ofHours(-3)));
        try (skewed) {
            skewed.component().getSend().setSettlingTime(SETTLING);
            // the first call ever, so that nothing is known of the server's clock yet
            skewed.simulator()
                    .faults()
                    .add(FaultRule.sends(afterAcceptance(Symptom.reset())).next(1));
            assertThat(skewed.call("cliqtel:send?to=+31612345678", "canary").getException())
                    .isNull();
            skewed.simulator()
                    .faults()
                    .add(FaultRule.sends(afterAcceptance(Symptom.reset())).next(1));
            assertThat(skewed.call("cliqtel:send?to=+31612345678", "canary").getException())
                    .isNull();
            assertThat(skewed.simulator().messages()).hasSize(2);
        }
    }
}
