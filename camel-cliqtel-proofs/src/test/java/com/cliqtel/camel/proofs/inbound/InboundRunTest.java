/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.inbound;

import java.time.Duration;
import java.util.stream.Stream;

import com.cliqtel.camel.simulator.account.ListLag;
import com.cliqtel.camel.simulator.account.ListOrder;
import com.cliqtel.camel.simulator.account.Since;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The proofs of {@code inbound} and {@code crashes} made small. */
class InboundRunTest {

    private static final ListLag LAG = ListLag.upTo(Duration.ofMinutes(2), 7);

    static Stream<Arguments> worlds() {
        return Stream.of(ListOrder.values())
                .flatMap(order -> Stream.of(Since.values()).map(since -> Arguments.of(order, since)));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void deliversEachMessageOnceForEachListBehaviour(ListOrder order, Since since) throws Exception {
        InboundResult count = new InboundRun(new ListBehaviour(order, since, LAG), 7, 1_500, 3).withRestarts();
        assertThat(count.lost()).as("lost").isZero();
        assertThat(count.doubled()).as("doubled").isZero();
        assertThat(count.unexpected()).isZero();
        assertThat(count.restarts()).isPositive();
    }

    @Test
    void deepScanFindsMessagesHoursLate() throws Exception {
        ListLag late = LAG.butSome(0.01, Duration.ofHours(6));
        InboundResult count = new InboundRun(new ListBehaviour(ListOrder.NEWEST_FIRST, Since.AFTER, late), 7, 1_500, 1)
                .withRestarts();
        assertThat(count.lost()).as("lost").isZero();
        assertThat(count.doubled()).as("doubled").isZero();
    }

    @Test
    void killedProcessLosesNothingAndRepeatsOnlyUnrecordedMessages() throws Exception {
        InboundResult count = new InboundRun(new ListBehaviour(ListOrder.UNSTABLE_TIES, Since.AFTER, LAG), 7, 200, 0.06)
                .withCrashes(50, 40);
        assertThat(count.lost()).as("lost").isZero();
        assertThat(count.doubled()).as("doubled").isLessThanOrEqualTo(count.endedUnrecorded());
        assertThat(count.restarts()).isGreaterThanOrEqualTo(50);
    }
}
