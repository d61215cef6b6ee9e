/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.cliqtel.camel.simulator.time.ManualTime;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class FaultsTest {

    private static final Fault RESET = Fault.beforeAcceptance(Symptom.reset());
    private static final Fault CLOSED = Fault.beforeAcceptance(Symptom.closed());
    private static final IncomingCall SEND =
            new IncomingCall("POST", "/api/v1/sms/messages", null, "+31612345678", "x");
    private static final IncomingCall LIST =
            new IncomingCall("GET", "/api/v1/sms/messages", "direction=outbound", null, null);

    private final ManualTime time = SimulatedTime.manual(Instant.parse("2026-04-03T10:15:30Z"));
    private final Faults faults = new Faults(List.of(), time);

    @Test
    void affectsOnlyTheNthCall() {
        faults.add(FaultRule.sends(RESET).nth(3));

        assertThat(struck(5)).isEqualTo("..r..");
    }

    @Test
    void affectsTheNextCalls() {
        faults.add(FaultRule.sends(RESET).next(2));

        assertThat(struck(4)).isEqualTo("rr..");
    }

    @Test
    void forgetsARunThatIsTooLongToBeReplayed() {
        faults.add(FaultRule.sends(RESET).nth(1));
        for (int i = 0; i <= InjectionLog.MOST_SEEN; i++) {
            faults.inject(new IncomingCall("POST", "/api/v1/sms/messages", null, "+31612345678", "text " + i));
        }
        assertThatIllegalStateException().isThrownBy(faults::replay).withMessageContaining("too long to be replayed");

        faults.reset();
        assertThat(faults.replay()).isEmpty();
    }

    @Test
    void takesAwayOneRuleAndLetsTheOthersGoOnCounting() {
        FaultRule third = FaultRule.sends(RESET).nth(3);
        FaultRule every = FaultRule.calls(CLOSED).nth(1);
        faults.set(third, every);
        assertThat(struck(2)).isEqualTo("c.");

        faults.remove(every);

        assertThat(faults.rules()).containsExactly(third);
        assertThat(struck(2)).isEqualTo("r.");
    }

    @Test
    void countsOnlyWhatItIsFor() {
        faults.add(FaultRule.sends(RESET).where(call -> call.text().equals("x")).nth(2));
        assertThat(faults.inject(SEND)).isEmpty();
        assertThat(faults.inject(LIST)).isEmpty();
        assertThat(faults.inject(new IncomingCall("POST", "/api/v1/sms/messages", null, "+31612345678", "y")))
                .isEmpty();

        assertThat(faults.inject(SEND)).contains(RESET);
    }

    @Test
    void stormsUntilTheTimeIsOver() {
        faults.storm(Duration.ofSeconds(30), RESET);

        assertThat(faults.inject(LIST)).contains(RESET);
        time.advance(Duration.ofMillis(29_999));
        assertThat(faults.inject(SEND)).contains(RESET);
        time.advance(Duration.ofMillis(1));
        assertThat(faults.inject(SEND)).isEmpty();
    }

    @Test
    void appliesTheNewestRuleFirstAndHidesTheCallFromOthers() {
        faults.add(FaultRule.sends(CLOSED).nth(2));
        faults.add(FaultRule.sends(RESET).nth(1));

        assertThat(struck(4)).isEqualTo("r.c.");
    }

    @Test
    void appliesRulesAddedTogetherInTheirOrder() {
        faults.add(FaultRule.sends(RESET).next(1), FaultRule.sends(CLOSED).next(1));

        assertThat(struck(3)).isEqualTo("rc.");
    }

    @Test
    void goesBackToItsStartAndCountsAnew() {
        Faults some = new Faults(List.of(FaultRule.sends(RESET).next(1)), time);
        some.inject(SEND);
        some.add(FaultRule.sends(CLOSED));
        some.holdNext(Hold.Point.BEFORE_ACCEPTANCE);
        some.reset();

        assertThat(some.rules()).hasSize(1);
        assertThat(some.inject(SEND)).contains(RESET);
        assertThat(some.inject(SEND)).isEmpty();
    }

    @Test
    void letsNothingGoWrongAnyMore() {
        faults.add(FaultRule.calls(RESET));
        faults.holdNext(Hold.Point.AFTER_ACCEPTANCE);
        faults.clear();

        assertThat(faults.rules()).isEmpty();
        assertThat(struck(2)).isEqualTo("..");
    }

    @Test
    void affectsACallWithOnlyAHeadByAnEarlyReset() {
        Fault early = Fault.beforeAcceptance(Symptom.earlyReset());
        faults.add(FaultRule.sends(early).next(1), FaultRule.sends(RESET));

        assertThat(faults.injectEarly(SEND)).contains(early);
        assertThat(faults.injectEarly(SEND)).isEmpty();
        assertThat(faults.inject(SEND)).contains(RESET);
    }

    @Test
    void showsNeitherTextNorNumber() {
        assertThat(SEND).hasToString("POST /api/v1/sms/messages");
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void refusesNonsense(ThrowingCallable nonsense, String message) {
        assertThatIllegalArgumentException().isThrownBy(nonsense).withMessageContaining(message);
    }

    private static Stream<Arguments> nonsense() {
        Symptom answer = Symptom.status(200);
        return Stream.of(
                refused(() -> Symptom.status(99), "status of an answer must be 200 to 599, not 99"),
                refused(() -> Symptom.status(100), "must be 200 to 599, not 100"),
                refused(() -> Symptom.status(204).html(), "status 204 has no body"),
                refused(() -> Symptom.status(429).retryAfter(-1), "must be 0 or more, not -1; as a text it may be"),
                refused(() -> Symptom.status(429).retryAfter("1\r\nX: y"), "Retry-After must be visible ASCII"),
                refused(() -> Symptom.status(429).retryAt(Duration.ofDays(366)), "must be zero to 365 days"),
                refused(() -> Symptom.status(200).header("a b", "x"), "letters, digits and dashes, not \"a b\""),
                refused(() -> Symptom.status(200).header("content-length", "7"), "Symptom.truncated()"),
                refused(() -> Symptom.status(200).header("Retry-After", "7"), "Reply.retryAfter(…)"),
                refused(() -> Symptom.status(200).header("X", "é"), "The value of X must be visible ASCII"),
                refused(() -> answer.after(Duration.ofMillis(-1)), "zero to 365 days, not PT-0.001S"),
                refused(() -> Symptom.slow(Duration.ofSeconds(Long.MAX_VALUE)), "zero to 365 days"),
                refused(() -> Symptom.earlyReset().after(Duration.ZERO), "Symptom.reset().after(…)"),
                refused(() -> Fault.beforeAcceptance(Symptom.withoutId()), "Fault.afterAcceptance(…)"),
                refused(() -> Fault.beforeAcceptance(Symptom.slow(Duration.ZERO)), "Fault.afterAcceptance(…)"),
                refused(() -> Fault.lateAcceptance(Duration.ZERO, Symptom.truncated()), "Fault.afterAcceptance(…)"),
                refused(() -> Fault.lateAcceptance(Duration.ofDays(-1), answer), "zero to 365 days"),
                refused(() -> Fault.afterAcceptance(Symptom.earlyReset()), "Right would be: Symptom.reset()"),
                refused(() -> RESET.named(" "), "must have a name"),
                refused(() -> FaultRule.sends(RESET).nth(0), "must be 1 or more, not 0"),
                refused(() -> FaultRule.sends(RESET).next(-5), "must be 1 or more, not -5"),
                refused(() -> FaultRule.sends(RESET).lasting(Duration.ofDays(-1)), "zero to 365 days"));
    }

    private static Arguments refused(ThrowingCallable nonsense, String message) {
        return arguments(nonsense, message);
    }

    private String struck(int calls) {
        return IntStream.range(0, calls)
                .mapToObj(i -> faults.inject(SEND))
                .map(strike -> strike.map(Injection::name))
                .map(FaultsTest::letter)
                .reduce("", String::concat);
    }

    private static String letter(Optional<String> name) {
        return name.map(words -> words.substring(0, 1)).orElse(".");
    }
}
