/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.limit.BusyAccount.Learning;
import com.cliqtel.camel.limit.ServerWindow.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.cliqtel.camel.limit.PermitRequests.call;
import static com.cliqtel.camel.limit.PermitRequests.done;
import static com.cliqtel.camel.limit.PermitRequests.take;
import static org.assertj.core.api.Assertions.assertThat;

/** The start of a limiter, when an earlier process may have used the quota. Prints {@code RATE} lines. */
class CarefulStartTest {

    private static final int RESTARTS = 200;

    private final VirtualTime time = new VirtualTime();
    private final AccountRateLimiter limiter = new AccountRateLimiter(new LimiterSettings(60, 0, 1), time, time);

    /** A restart at any time within a minute after sixty calls, then sixty more. */
    @ParameterizedTest
    @EnumSource
    void isRefusedOnceAtMostAfterARestart(Kind kind) {
        print(kind, 1, worst(kind, 1, 60), 1);
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedNeverAfterARestartThatLeavesSomeOfTheQuota(Kind kind) {
        print(kind, 1, worst(kind, 1, 40), 0);
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedNeverWhereThreeNodesStartAndSomeOfTheQuotaIsLeft(Kind kind) {
        print(kind, 3, worst(kind, 3, 40), 0);
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedAFewTimesAtMostWhereThreeNodesStart(Kind kind) {
        // the places of a sliding log become free one by one, and each node tries for them
        print(kind, 3, worst(kind, 3, 60), kind == Kind.SLIDING_LOG ? 5 : 3);
    }

    private static int worst(Kind kind, int nodes, int before) {
        int worst = 0;
        for (int i = 0; i < RESTARTS; i++) {
            BusyAccount account = new BusyAccount(kind, Learning.ALL, false, i);
            account.run(Duration.ofMillis(317L * i))
                    .burst(before)
                    .run(Duration.ofSeconds(4).plusMillis(300L * i))
                    .restart(nodes)
                    .burst(60)
                    .run(Duration.ofMinutes(10));
            // a call of this test that is refused isn't made again
            assertThat(account.accepted + account.refused).isEqualTo(before + 60);
            worst = Math.max(worst, account.refused);
        }
        return worst;
    }

    private static void print(Kind kind, int nodes, int worst, int most) {
        System.out.printf("RATE restart, %d node(s), %-12s 429: %d at most%n", nodes, kind, worst);
        assertThat(worst).isLessThanOrEqualTo(most);
    }

    @Test
    void onlyOneRequestIsSentUntilAnAnswerStatesTheRemainingQuota() {
        List<CompletableFuture<Permit>> asked = take(limiter, call(), 60);
        assertThat(done(asked)).isEqualTo(1);

        asked.get(0).join().completed(new QuotaObservation(60, 59, null));
        time.passMillis(0);

        assertThat(done(asked)).isEqualTo(60);
    }

    @Test
    void thenOnlyAsManyLeaveAsTheServerHasLeft() {
        List<CompletableFuture<Permit>> asked = take(limiter, call(), 60);

        asked.get(0).join().completed(new QuotaObservation(60, 12, null));
        time.passMillis(0);

        assertThat(done(asked)).isEqualTo(13);
    }

    @Test
    void theNextOneLeavesAtOnceWhenTheFirstNeverLeft() {
        List<CompletableFuture<Permit>> asked = take(limiter, call(), 3);

        asked.get(0).join().unused();
        time.passMillis(0);

        assertThat(done(asked)).isEqualTo(2);
    }

    @Test
    void anAnswerThatTakesLongHoldsTheOthersBackForFiveSeconds() {
        List<CompletableFuture<Permit>> asked = take(limiter, call(), 3);
        time.pass(Duration.ofMillis(4_999));
        assertThat(done(asked)).isEqualTo(1);
        time.pass(Duration.ofMillis(1));
        assertThat(done(asked)).isEqualTo(2);
    }

    @Test
    void aServerWithoutQuotaHeadersDelaysThreeRequests() {
        List<CompletableFuture<Permit>> asked = take(limiter, call(), 60);
        for (int i = 0; i < 3; i++) {
            assertThat(done(asked)).isEqualTo(i + 1);
            asked.get(i).join().completed(QuotaObservation.nothing());
            time.passMillis(0);
        }
        assertThat(done(asked)).isEqualTo(60);
    }

    @Test
    void isOverAfterAWindow() {
        limiter.acquire(call());
        time.pass(Duration.ofMinutes(1));
        assertThat(done(take(limiter, call(), 59))).isEqualTo(59);
    }
}
