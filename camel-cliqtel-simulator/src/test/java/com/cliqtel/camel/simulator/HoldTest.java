/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.cliqtel.camel.simulator.RawCall.Ending;
import com.cliqtel.camel.simulator.RawCall.Seen;
import com.cliqtel.camel.simulator.fault.Hold;
import com.cliqtel.camel.simulator.fault.Hold.Point;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Limits.NONE;
import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class HoldTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Cliqtel account;
    private final Simulator cliqtel;

    HoldTest(@CliqtelSimulator(time = MANUAL, limits = NONE) Cliqtel account) {
        this.account = account;
        this.cliqtel = account.simulator();
    }

    @Test
    void acceptsWhatItLetsGoOn() throws IOException {
        Hold hold = cliqtel.faults().holdNext(Point.BEFORE_ACCEPTANCE);
        try (RawCall raw = new RawCall(cliqtel).text("held")) {
            assertThat(hold.awaitArrival(SOON).text()).isEqualTo("held");
            assertThat(raw.hearsNothing(100)).isTrue();
            assertThat(cliqtel.messages()).isEmpty();
            account.when().timePasses(Duration.ofMinutes(1));
            hold.release();

            assertThat(raw.seen().bytes()).startsWith("HTTP/1.1 201 ").contains("2026-04-03T10:16:30+00:00");
        }
        assertThat(cliqtel.messages()).hasSize(1);
        assertThat(cliqtel.calls().get(0)).hasToString("POST /api/v1/sms/messages -> 201 (held before acceptance)");
    }

    @Test
    void neverAcceptsWhatIsResetBefore() throws IOException {
        Hold hold = cliqtel.faults().holdNext(Point.BEFORE_ACCEPTANCE);
        try (RawCall raw = new RawCall(cliqtel).text("held")) {
            hold.awaitArrival(SOON);
            hold.reset();
            hold.release();

            assertThat(raw.seen()).isEqualTo(new Seen("", Ending.RESET));
        }
        assertThat(cliqtel.messages()).isEmpty();
        assertThat(cliqtel.calls()).hasSize(1);
    }

    @Test
    void hasAcceptedWhatItHoldsAfter() throws IOException {
        Hold hold = cliqtel.faults().holdNext(Point.AFTER_ACCEPTANCE);
        try (RawCall raw = new RawCall(cliqtel).text("held")) {
            hold.awaitArrival(SOON);
            assertThat(cliqtel.messages()).hasSize(1);
            assertThat(raw.hearsNothing(100)).isTrue();
            hold.end(Symptom.truncated());

            assertThat(raw.seen().bytes()).startsWith("HTTP/1.1 201 ").doesNotEndWith("}");
        }
    }

    @Test
    void outlivesItsClient() throws IOException {
        Hold hold = cliqtel.faults().holdNext(Point.BEFORE_ACCEPTANCE);
        try (RawCall raw = new RawCall(cliqtel).text("held")) {
            hold.awaitArrival(SOON);
        }
        hold.release();

        assertThat(cliqtel.messages()).hasSize(1);
        assertThat(new ApiClient(cliqtel).text("another").statusCode()).isEqualTo(201);
        await().until(() -> cliqtel.openConnections() <= 1);
    }

    @Test
    void holdsOneCallAndNoOther() throws IOException {
        Hold hold = cliqtel.faults().holdNext(Point.BEFORE_ACCEPTANCE, call -> "this".equals(call.text()));
        ApiClient client = new ApiClient(cliqtel);

        assertThat(client.text("that").statusCode()).isEqualTo(201);
        assertThat(hold.hasArrived()).isFalse();
        try (RawCall raw = new RawCall(cliqtel).text("this")) {
            hold.awaitArrival(SOON);
            assertThat(client.text("this").statusCode()).isEqualTo(201);
        }
    }

    @Test
    void doesNotStopWhatWasReleasedBeforeItCame() {
        cliqtel.faults().holdNext(Point.BEFORE_ACCEPTANCE).release();

        assertThat(new ApiClient(cliqtel).text("x").statusCode()).isEqualTo(201);
    }

    @Test
    void holdsMoreCallsThanItHasThreads() throws IOException {
        List<Hold> holds = IntStream.range(0, 200)
                .mapToObj(i -> cliqtel.faults().holdNext(Point.BEFORE_ACCEPTANCE))
                .toList();
        List<RawCall> calls = new ArrayList<>();
        for (int i = 0; i < holds.size(); i++) {
            calls.add(new RawCall(cliqtel).text("held " + i));
        }
        holds.forEach(hold -> hold.awaitArrival(SOON));

        assertThat(new ApiClient(cliqtel).text("not held").statusCode()).isEqualTo(201);
        holds.forEach(Hold::release);
        for (RawCall call : calls) {
            assertThat(call.seen().bytes()).startsWith("HTTP/1.1 201 ");
            call.close();
        }
        assertThat(cliqtel.messages()).hasSize(201);
    }

    @Test
    void failsWhenNoCallArrives() {
        Hold hold = cliqtel.faults().holdNext(Point.BEFORE_ACCEPTANCE);

        assertThatIllegalStateException()
                .isThrownBy(() -> hold.awaitArrival(Duration.ofMillis(1)))
                .withMessage("No call was held within PT0.001S");
    }

    @Test
    void hasNoAnswerToSpoilBeforeAcceptance() {
        Hold hold = cliqtel.faults().holdNext(Point.BEFORE_ACCEPTANCE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> hold.end(Symptom.truncated()))
                .withMessage("\"truncated, closed\" spoils the real answer, and before acceptance there is none."
                        + " Right would be: Fault.afterAcceptance(…)");
    }
}
