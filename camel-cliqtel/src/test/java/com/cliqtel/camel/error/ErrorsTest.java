/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/** What a failure says of itself, whichever of the three kinds it is. */
class ErrorsTest {

    private static final ErrorFacts FACTS = new ErrorFacts("send", ErrorCode.VALIDATION_ERROR, 422, "no recipient");
    private static final Throwable CAUSE = new IllegalStateException("why");

    static Stream<CliqtelException> kinds() {
        return Stream.of(
                new CliqtelRejectedException(FACTS),
                new CliqtelThrottledException(FACTS, Duration.ofSeconds(7)),
                new CliqtelUnavailableException(FACTS, Outcome.UNKNOWN, CAUSE));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void describesItself(CliqtelException failure) {
        assertThat(failure.getCode()).isEqualTo(ErrorCode.VALIDATION_ERROR);
        assertThat(failure.getStatusCode()).isEqualTo(422);
        assertThat(failure.getHttpResponseCode()).isEqualTo(422);
        assertThat(failure.getOperation()).isEqualTo("send");
        assertThat(failure).hasMessage("cliqtel:send: no recipient (validation_error, HTTP 422)");
    }

    @Test
    void onlyAnUnavailableApiCanLeaveAnotherOutcomeThanNotSent() {
        assertThat(kinds())
                .extracting(CliqtelException::getOutcome)
                .containsExactly(Outcome.NOT_SENT, Outcome.NOT_SENT, Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void saysWhereItHappenedAndStaysTheSame(CliqtelException failure) {
        CliqtelException there = failure.about("part 2 of 3");
        assertThat(there).hasSameClassAs(failure).hasCause(failure);
        assertThat(there).hasMessage("cliqtel:send: part 2 of 3: no recipient (validation_error, HTTP 422)");
        assertThat(there.getCode()).isEqualTo(ErrorCode.VALIDATION_ERROR);
        assertThat(there.getStatusCode()).isEqualTo(422);
        if (there instanceof CliqtelThrottledException throttled) {
            assertThat(throttled.getRetryAfter()).hasSeconds(7);
        }
        assertThat(there.getOutcome()).isEqualTo(failure.getOutcome());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void keepsWhatCamelSetsOfTheAnswer(CliqtelException failure) {
        assertThat(failure.getHttpResponseStatus()).isNull();
        failure.setHttpResponseStatus("Unprocessable");
        failure.setHttpResponseCode(423);
        assertThat(failure.getHttpResponseStatus()).isEqualTo("Unprocessable");
        assertThat(failure.getHttpResponseCode()).isEqualTo(423);
    }

    @Test
    void keepsItsCause() {
        assertThat(new CliqtelUnavailableException(FACTS, Outcome.UNKNOWN, CAUSE))
                .hasCause(CAUSE);
    }

    @Test
    void withoutAnAnswerThereIsNoStatusToTell() {
        assertThat(new CliqtelRejectedException(new ErrorFacts("list", ErrorCode.INVALID_INPUT, 0, "no page 0")))
                .hasMessage("cliqtel:list: no page 0 (invalid_input)");
    }

    @Test
    void takesNoFailureOfWhichTheFactsAreMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ErrorFacts(null, ErrorCode.NO_ANSWER, 0, "x"))
                .withMessage("operation");
        assertThatNullPointerException()
                .isThrownBy(() -> new ErrorFacts("send", null, 0, "x"))
                .withMessage("code");
        assertThatNullPointerException()
                .isThrownBy(() -> new ErrorFacts("send", ErrorCode.NO_ANSWER, 0, null))
                .withMessage("message");
    }

    @Test
    void whatAFutureHasWrappedItInIsTakenOff() {
        assertThat(Causes.of(new CompletionException(CAUSE))).isSameAs(CAUSE);
        assertThat(Causes.of(CAUSE)).isSameAs(CAUSE);
        Throwable nothingInIt = new CompletionException("x", null);
        assertThat(Causes.of(nothingInIt)).isSameAs(nothingInIt);
        Throwable another = new IllegalStateException(CAUSE);
        assertThat(Causes.of(another)).isSameAs(another);
    }
}
