/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.simulator.fault.Fault.afterAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.lateAcceptance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The settling time passes as it is set, whatever the wall clocks of the nodes say. */
@Timeout(120)
class SettlingTimeRouteTest {

    private static final Duration SETTLING = Duration.ofMillis(1_500);

    private final AtomicReference<Duration> wallAhead = new AtomicReference<>(Duration.ZERO);
    private final Ledger ledger = new MemoryLedger();

    @SimulatedAccount
    private Cliqtel cliqtel;

    private TestAccount account;

    @BeforeEach
    void open() {
        account = node(() -> Instant.now().plus(wallAhead.get()), SETTLING);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private TestAccount node(InstantSource wall, Duration settling) {
        TestAccount node = TestAccount.of(cliqtel);
        node.context().getRegistry().bind("cliqtelWallClock", InstantSource.class, wall);
        node.component().getLedger().setLedger(ledger);
        node.component().getSend().setUnknownOutcome("resend");
        node.component().getSend().setSettlingTime(settling);
        return node;
    }

    private static Exchange send(TestAccount node) {
        return node.call("cliqtel:send?to=+31612345678", "canary", Map.of(CliqtelConstants.IDEMPOTENCY_KEY, "key"));
    }

    private long posts() {
        return posted().size();
    }

    private long lists() {
        return account.simulator().calls().size() - posts();
    }

    private List<ReceivedCall> posted() {
        return account.simulator().calls().stream()
                .filter(call -> call.method().equals("POST"))
                .toList();
    }

    private void assertSettledBetween(ReceivedCall first, ReceivedCall second) {
        assertThat(Duration.between(first.at(), second.at())).isGreaterThanOrEqualTo(SETTLING);
    }

    @ParameterizedTest
    @ValueSource(longs = {3_600, -3_600, 86_400, -86_400})
    void aWallClockThatIsSetWhileASendSettlesChangesNothing(long seconds) {
        account.simulator()
                .faults()
                .add(FaultRule.sends(beforeAcceptance(Symptom.closed())).next(1));
        CompletableFuture<Exchange> sending = CompletableFuture.supplyAsync(() -> send(account));
        await().until(() -> posts() == 1);
        wallAhead.set(Duration.ofSeconds(seconds));
        assertThat(sending.join().getException()).isNull();
        assertThat(posts()).isEqualTo(2);
        assertSettledBetween(posted().get(0), posted().get(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {600, -600, 7_200, -7_200})
    void successorWaitsTheSettlingTimeWhateverTheOtherNodesClock(long seconds) throws Exception {
        wallAhead.set(Duration.ofSeconds(seconds));
        try (TestAccount before = node(() -> Instant.now().plus(wallAhead.get()), Duration.ofMillis(80))) {
            before.component().getSend().setUnknownOutcome("reconcile");
            before.simulator()
                    .faults()
                    .add(FaultRule.sends(lateAcceptance(Duration.ofMillis(900), Symptom.closed()))
                            .next(1));
            assertThat(send(before).getException()).isInstanceOf(CliqtelUnavailableException.class);
        }
        wallAhead.set(Duration.ZERO);
        try (TestAccount successor = node(InstantSource.system(), SETTLING)) {
            send(successor);
            assertThat(account.simulator().messages()).hasSize(1);
            assertThat(posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {600, -600, 90_000})
    void aMessageThatANodeWithAWrongClockHasSentIsNotPostedAgain(long seconds) throws Exception {
        wallAhead.set(Duration.ofSeconds(seconds));
        try (TestAccount before = node(() -> Instant.now().plus(wallAhead.get()), Duration.ofMillis(80))) {
            before.component().getSend().setUnknownOutcome("fail");
            before.simulator()
                    .faults()
                    .add(FaultRule.sends(afterAcceptance(Symptom.closed())).next(1));
            assertThat(send(before).getException()).isInstanceOf(CliqtelUnavailableException.class);
        }
        wallAhead.set(Duration.ZERO);
        try (TestAccount successor = node(InstantSource.system(), Duration.ofMillis(400))) {
            send(successor);
            assertThat(posts()).isEqualTo(1);
        }
    }

    @Test
    void theSameProcessDoesNotSettleAgainWhatItHasSettled() {
        account.component().getSend().setUnknownOutcome("reconcile");
        account.simulator()
                .faults()
                .add(FaultRule.sends(beforeAcceptance(Symptom.closed())).next(1));
        assertThat(send(account).getException()).isInstanceOf(CliqtelUnavailableException.class);
        long looks = lists();
        assertThat(send(account).getException()).isInstanceOf(CliqtelUnavailableException.class);
        assertThat(lists() - looks)
                .as("one look, at the messages to the recipient and at all")
                .isEqualTo(2);
        assertThat(posts()).isEqualTo(1);
    }
}
