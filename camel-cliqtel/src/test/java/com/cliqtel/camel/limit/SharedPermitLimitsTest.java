/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.limit.PermitRequests.call;
import static com.cliqtel.camel.limit.PermitRequests.send;
import static org.assertj.core.api.Assertions.assertThat;

/** What is known of a shared quota, asked question by question. */
class SharedPermitLimitsTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long HOLD = Duration.ofMillis(60_250).toNanos();
    private static final long NOW = 5 * SECOND;

    private CompletableFuture<Long> answer = CompletableFuture.completedFuture(0L);
    private final WaitingLine line = new WaitingLine();
    private final SharedPermitLimits limits =
            new SharedPermitLimits(new LimiterSettings(60, 10, 0.5), message -> answer, (nanos, task) -> {});

    @BeforeEach
    void aRequestWaits() {
        line.add(new AccountTicket(null, call(), 0, Long.MAX_VALUE));
    }

    private void ask(CompletableFuture<Long> told, long now) {
        answer = told;
        limits.nextDraw(line, now).run(step -> step.accept(now));
    }

    private void loseTheQuota(long now) {
        ask(CompletableFuture.failedFuture(new IllegalStateException("no grid")), now);
    }

    @Test
    void nothingIsOpenBeforeAPermitWasDrawn() {
        assertThat(limits.open(false, NOW)).isFalse();
        ask(CompletableFuture.completedFuture(0L), NOW);
        assertThat(limits.open(false, NOW)).isTrue();
        assertThat(limits.open(true, NOW))
                .as("one that was not drawn for a send")
                .isFalse();
        limits.take(Purpose.CALL, false, NOW);
        assertThat(limits.open(false, NOW)).isFalse();
    }

    @Test
    void whatWasDrawnForASendWillDoForAnything() {
        line.removeUntil(Long.MAX_VALUE);
        line.add(new AccountTicket(null, send(), 1, Long.MAX_VALUE));
        ask(CompletableFuture.completedFuture(0L), NOW);
        assertThat(limits.open(true, NOW)).isTrue();
        assertThat(limits.open(false, NOW)).isTrue();
    }

    @Test
    void drawsOnePermitAtATimeAndAgainWhenTheQuotaAllowsIt() {
        ask(new CompletableFuture<>(), NOW);
        assertThat(limits.nextDraw(line, NOW)).as("while one is asked for").isNull();
        answer.complete(3 * SECOND);
        assertThat(limits.nextDraw(line, NOW + 3 * SECOND - 1)).isNull();
        assertThat(limits.wait(false, 1, 1, NOW + SECOND)).isEqualTo(2 * SECOND);
        assertThat(limits.lookAgain(false, NOW + SECOND)).isEqualTo(2 * SECOND);
        assertThat(limits.nextDraw(line, NOW + 3 * SECOND)).isNotNull();
    }

    @Test
    void aFreePermitIsGivenAtOnce() {
        assertThat(limits.wait(false, 1, 1, NOW)).isZero();
        assertThat(limits.wait(false, 2, 1, NOW)).isZero();
        assertThat(limits.waitForHold(NOW)).isZero();
        assertThat(limits.waitByPart(Purpose.CALL, 1, NOW)).isZero();
    }

    @Test
    void whileTheQuotaIsOutOfReachAWindowPassesAndThenThereIsThePart() {
        loseTheQuota(NOW);
        assertThat(limits.wait(false, 1, 1, NOW + SECOND)).isEqualTo(HOLD - SECOND);
        assertThat(limits.describe(NOW + HOLD - 1))
                .isEqualTo("the shared quota is out of reach, a window has to pass,"
                        + " 0 of 30 permits in use, 0 of them in flight");
        assertThat(limits.describe(NOW + HOLD))
                .startsWith("the shared quota is out of reach, this process's own part is used, 0 of 30");
        assertThat(limits.nextDraw(line, NOW + SECOND - 1))
                .as("before a second has passed")
                .isNull();
        assertThat(limits.nextDraw(line, NOW + SECOND)).isNotNull();
    }

    @Test
    void whenTheQuotaIsBackBothRulesHoldForAWindow() {
        loseTheQuota(NOW);
        long back = NOW + SECOND;
        ask(CompletableFuture.completedFuture(SECOND), back);
        assertThat(limits.describe(back + HOLD - 1))
                .startsWith("the shared quota is back, and this process's own part is kept to, 0 of 30");
        assertThat(limits.describe(back + HOLD)).startsWith("shared, 0 of 60");
    }

    @Test
    void bothCountWhatIsTakenGivenBackAndCompleted() {
        PermitRecord first = limits.take(Purpose.CALL, true, NOW);
        PermitRecord second = limits.take(Purpose.CALL, true, NOW);
        assertThat(limits.describe(NOW)).isEqualTo("shared, 2 of 60 permits in use, 2 of them in flight");
        limits.giveBack(first);
        limits.complete(second, QuotaObservation.nothing(), NOW);
        assertThat(limits.describe(NOW)).isEqualTo("shared, 1 of 60 permits in use, 0 of them in flight");
        loseTheQuota(NOW);
        assertThat(limits.describe(NOW)).endsWith("1 of 30 permits in use, 0 of them in flight");
        limits.at(NOW + HOLD);
        assertThat(limits.describe(NOW + HOLD)).endsWith("0 of 30 permits in use, 0 of them in flight");
    }

    @Test
    void wholeQuotaRegainsPermitsFreedByTime() {
        limits.complete(limits.take(Purpose.CALL, false, NOW), QuotaObservation.nothing(), NOW);
        limits.at(NOW + HOLD - 1);
        assertThat(limits.describe(NOW + HOLD - 1)).startsWith("shared, 1 of 60 permits in use");
        limits.at(NOW + HOLD);
        assertThat(limits.describe(NOW + HOLD)).startsWith("shared, 0 of 60 permits in use");
    }

    @Test
    void whatIsMoreThanAPurposesPartWaitsForWindows() {
        assertThat(limits.waitByPart(Purpose.POLL, 1_000, NOW)).isPositive();
    }

    @Test
    void afterARefusalNothingGoesOutForAsLongAsItSaid() {
        PermitRecord ticket = limits.take(Purpose.CALL, false, NOW);
        limits.complete(ticket, new QuotaObservation(60, 0, Duration.ofSeconds(31)), NOW);
        assertThat(limits.waitForHold(NOW)).isBetween(30 * SECOND, 40 * SECOND);
        assertThat(limits.describe(NOW)).matches("shared, .*, nothing goes out for 3[0-9] s");
    }
}
