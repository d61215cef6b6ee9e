/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.observe.EventCounts;
import com.cliqtel.camel.observe.Observer;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.fault.Fault.afterAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** The counts of calls, attempts, waits and searches. */
class ObservedRouteTest {

    private static final Duration SETTLING = Duration.ofMillis(400);

    private final CountingObserver events = new CountingObserver();
    private final TestAccount account;

    ObservedRouteTest(@SimulatedAccount Cliqtel cliqtel) throws Exception {
        account = TestAccount.of(cliqtel);
        account.component().getSend().setSettlingTime(SETTLING);
        account.component().observers().join(events);
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                onException(CliqtelException.class).handled(true).stop();
                from("direct:in").to("cliqtel:send?to=+31612345678");
                from("direct:get").to("cliqtel:get");
            }
        });
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private EventCounts counts() {
        return account.component().counts();
    }

    private void send(String text) {
        account.context().createProducerTemplate().sendBody("direct:in", text);
    }

    private void nextSend(Fault fault) {
        account.simulator().faults().add(FaultRule.sends(fault).next(1));
    }

    @Test
    void anAcceptedSmsCountsOneCallOneAttemptAndItsSegments() {
        send("one segment");
        assertThat(counts().calls()).isEqualTo(Map.of("send.answered", 1L));
        assertThat(events.attempts()).isEqualTo(Map.of("send.answered", 1L));
        assertThat(counts().accepted()).isEqualTo(1);
        assertThat(events.segments()).isEqualTo(1);
        assertThat(events.cost()).hasSize(1).allSatisfy((currency, cost) -> assertThat(cost)
                .isGreaterThan(BigDecimal.ZERO));
        assertThat(events.waits()).isEmpty();
        assertThat(counts().unknown()).isZero();
    }

    @Test
    void aRateLimitRefusalCountsAnAttemptAndAWait() {
        nextSend(beforeAcceptance(Symptom.status(429).retryAfter("0")));
        send("again after a while");
        assertThat(counts().calls()).isEqualTo(Map.of("send.answered", 1L));
        assertThat(events.attempts()).isEqualTo(Map.of("send.answered", 1L, "send.throttled", 1L));
        assertThat(events.waits()).containsEntry("retry", 1L);
        assertThat(events.waitedNanos().get("retry")).isPositive();
    }

    @Test
    void aLostAnswerCountsASearchThatFindsTheSms() {
        nextSend(afterAcceptance(Symptom.closed()));
        send("whose answer is lost");
        assertThat(counts().calls()).isEqualTo(Map.of("send.answered", 1L));
        assertThat(events.attempts()).containsEntry("send.unknown", 1L).containsKey("list.answered");
        assertThat(events.searches()).isEqualTo(Map.of("found", 1L));
        assertThat(counts().reconciled()).isEqualTo(1);
        assertThat(counts().accepted()).isZero();
        assertThat(events.segments()).isEqualTo(1);
        assertThat(events.waits()).isEqualTo(Map.of("settling", 1L));
        assertThat(counts().unknown()).isZero();
    }

    @Test
    void aLostRequestCountsASearchWithoutResultAndAnUnknownSend() {
        nextSend(beforeAcceptance(Symptom.closed()));
        send("which never arrives");
        assertThat(counts().calls()).isEqualTo(Map.of("send.unknown", 1L));
        assertThat(events.searches()).isEqualTo(Map.of("not_found", 1L));
        assertThat(counts().unknown()).isEqualTo(1);
        assertThat(events.segments()).isZero();
    }

    @Test
    void aRejectedCallCountsOnce() {
        account.context().createProducerTemplate().sendBody("direct:get", 999_999L);
        assertThat(counts().calls()).isEqualTo(Map.of("get.rejected", 1L));
        assertThat(events.attempts()).isEqualTo(Map.of("get.rejected", 1L));
    }

    @Test
    void aSendWithAUsedKeyCountsADuplicate() {
        for (int times = 0; times < 2; times++) {
            account.context()
                    .createProducerTemplate()
                    .sendBodyAndHeader("direct:in", "once", CliqtelConstants.IDEMPOTENCY_KEY, "order-1");
        }
        assertThat(counts().duplicates()).isEqualTo(1);
        assertThat(counts().accepted()).isEqualTo(1);
        assertThat(events.segments()).isEqualTo(1);
    }

    @Test
    void anExceptionOfAnObserverDoesNotReachTheOthers() {
        EventCounts others = new EventCounts();
        Observers observers = Observers.of(
                new Observer() {
                    @Override
                    public void endedUnknown(Throwable failure) {
                        throw new IllegalStateException("broken on purpose");
                    }
                },
                others);
        assertThatCode(() -> observers.endedUnknown(null)).doesNotThrowAnyException();
        assertThat(others.unknown()).isEqualTo(1);
    }
}
