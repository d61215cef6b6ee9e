/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.stream.Stream;

import com.cliqtel.camel.limit.BusyAccount.Learning;
import com.cliqtel.camel.limit.ServerWindow.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Against every kind of window a server might have, in virtual time. Prints what it saw: {@code RATE} lines. */
class ServerWindowTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final long SEED = Long.getLong("cliqtel.limit.seed", 1);

    @ParameterizedTest
    @MethodSource("kindsAndCalls")
    void usesTheQuotaWithoutA429(Kind kind, boolean sends) {
        BusyAccount account =
                new BusyAccount(kind, Learning.ALL, sends, SEED).saturate().run(A_DAY);
        print("alone, 24 h", kind, sends, account);
        assertThat(account.refused).isZero();
        assertThat(account.used()).isGreaterThanOrEqualTo(0.99);
    }

    @ParameterizedTest
    @MethodSource("kindsAndCalls")
    void usesMostOfItWithoutA429WhenEvenlyPaced(Kind kind, boolean sends) {
        BusyAccount account = new BusyAccount(kind, Learning.ALL, sends, SEED)
                .unexplained()
                .saturate()
                .run(A_DAY);
        print("paced, 24 h", kind, sends, account);
        assertThat(account.refused).isZero();
        assertThat(account.used()).isBetween(0.95, 0.98);
    }

    @ParameterizedTest
    @EnumSource
    void usesTheQuotaWithoutA429FromThreeNodesWithAThirdEach(Kind kind) {
        BusyAccount account =
                new BusyAccount(kind, Learning.ALL, true, SEED, 3).saturate().run(A_DAY);
        print("3 nodes, 24 h", kind, true, account);
        assertThat(account.refused).isZero();
        // each may send 3 of 10 in a second, which is no less in a minute
        assertThat(account.used()).isGreaterThanOrEqualTo(0.99);
    }

    @ParameterizedTest
    @MethodSource("kindsCallsAndOthers")
    void isRefusedFarLessThanWithoutLearningWhenOthersUseTheKey(Kind kind, boolean sends, int others) {
        BusyAccount none = new BusyAccount(kind, Learning.NOTHING, sends, SEED)
                .saturate()
                .others(others)
                .run(HALF_A_DAY);
        BusyAccount retryAfter = new BusyAccount(kind, Learning.RETRY_AFTER, sends, SEED)
                .saturate()
                .others(others)
                .run(HALF_A_DAY);
        BusyAccount all = new BusyAccount(kind, Learning.ALL, sends, SEED)
                .saturate()
                .others(others)
                .run(HALF_A_DAY);
        System.out.printf(
                "RATE others %2d/min %-5s %-12s 429/h: nothing learned %6.1f, Retry-After %6.1f, all %5.1f (%.1f %% fewer);"
                        + " used %.1f %%%n",
                others,
                sends ? "sends" : "reads",
                kind,
                none.refusedPerHour(),
                retryAfter.refusedPerHour(),
                all.refusedPerHour(),
                100 - 100 * all.refusedPerHour() / none.refusedPerHour(),
                100 * all.used());
        assertThat(all.refusedPerHour()).isLessThan(0.15 * none.refusedPerHour());
        // what others leave, less a little
        assertThat(all.used()).isGreaterThan(0.85 * (60 - others) / 60);
    }

    /** A counter that only estimates what a window holds looks like others who use the key. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOverToAnEvenPaceWhereTheServerCountsInAnotherWay(boolean sends) {
        BusyAccount none = new BusyAccount(ServerWindow.Approximate::new, Learning.NOTHING, sends, SEED)
                .saturate()
                .run(A_DAY);
        BusyAccount all = new BusyAccount(ServerWindow.Approximate::new, Learning.ALL, sends, SEED)
                .saturate()
                .run(A_DAY);
        System.out.printf(
                "RATE approximate counter, %s 429/h: nothing learned %.1f, all %.1f; used %.1f and %.1f %%%n",
                sends ? "sends" : "reads",
                none.refusedPerHour(),
                all.refusedPerHour(),
                100 * none.used(),
                100 * all.used());
        assertThat(all.refusedPerHour()).isLessThan(0.05 * none.refusedPerHour());
    }

    private static void print(String what, Kind kind, boolean sends, BusyAccount account) {
        System.out.printf(
                "RATE %-13s %-5s %-12s 429: %d, used %.2f %%%n",
                what, sends ? "sends" : "reads", kind, account.refused, 100 * account.used());
    }

    static Stream<Arguments> kindsAndCalls() {
        return Stream.of(Kind.values()).flatMap(kind -> Stream.of(Arguments.of(kind, true), Arguments.of(kind, false)));
    }

    static Stream<Arguments> kindsCallsAndOthers() {
        return kindsAndCalls().flatMap(known -> Stream.of(10, 30)
                .map(others -> Arguments.of(known.get()[0], known.get()[1], others)));
    }
}
