/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.account.ApiKeys;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.cliqtel.camel.simulator.fault.Fault.afterAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static org.assertj.core.api.Assertions.assertThat;

/** A 201 that shows another message than the one that was sent. */
class AnswerToAnotherRequestRouteTest {

    private final MemoryLedger ledger = new MemoryLedger();

    @SimulatedAccount
    private Cliqtel cliqtel;

    private TestAccount account;

    @BeforeEach
    void open() {
        account = TestAccount.of(cliqtel);
        account.component().getLedger().setLedger(ledger);
        account.component().getSend().setUnknownOutcome("resend");
        account.component().getSend().setSettlingTime(Duration.ofMillis(400));
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private static Symptom answer(String to, String text) {
        return Symptom.status(201)
                .json("{\"data\":{\"id\":7,\"from\":\"+16625163513\",\"to\":\"" + to + "\",\"body\":\"" + text
                        + "\",\"status\":\"queued\",\"created_at\":\"2026-04-03T10:15:30+00:00\"}}");
    }

    private Exchange send(Fault fault, String key) {
        account.simulator().faults().add(FaultRule.sends(fault).next(1));
        return account.call(
                "cliqtel:send?to=+31612345678", "canary text 1234", Map.of(CliqtelConstants.IDEMPOTENCY_KEY, key));
    }

    private long posts() {
        return account.simulator().calls().stream()
                .filter(call -> call.method().equals("POST"))
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "+31687654321, your code is 9876",
        "+31687654321, canary text 1234",
        "+31612345678, your code is 9876",
        "+31612345679, canary text 1234",
        "+31612345678, canary text 1235"
    })
    void isNotTakenForOurs(String to, String text) {
        Exchange exchange = send(beforeAcceptance(answer(to, text)), "key");
        assertThat(exchange.getException()).isInstanceOfSatisfying(CliqtelUnavailableException.class, sent -> {
            assertThat(sent.getOutcome()).isEqualTo(Outcome.SENT);
            assertThat(sent.getCode()).isEqualTo(ErrorCode.ANSWER_MISMATCH);
            assertThat(sent.getMessage()).doesNotContain("canary", "9876", "31687654321", "31612345678");
        });
        assertThat(posts()).isEqualTo(1);
        String name = "sms:" + ApiKeys.fingerprint(account.simulator().baseUrl() + " " + TestAccount.KEY) + ":7";
        assertThat(ledger.find(List.of(name), null).byMessage())
                .as("message 7 is not noted under our key")
                .isEmpty();
    }

    @Test
    void isNoReasonNotToFindOurs() {
        Exchange exchange = send(afterAcceptance(answer("+31687654321", "your code is 9876")), "key");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(CliqtelConstants.MESSAGE_ID))
                .isEqualTo(account.simulator().messages().get(0).id());
        assertThat(posts()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "+310612345678, canary text 1234",
                "********5678, canary text 1234",
                "+31612345678, ' canary  text 1234 '",
                "+31612345678, canary text 1234 Reply STOP to opt out",
                "'', canary text 1234"
            })
    void aNormalisedEchoIsOurs(String to, String text) {
        Exchange exchange = send(beforeAcceptance(answer(to, text)), "key");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(CliqtelConstants.MESSAGE_ID)).isEqualTo(7L);
    }

    private long sentAs(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getHeader(CliqtelConstants.MESSAGE_ID, Long.class);
    }

    private static Symptom repeated(long id) {
        return Symptom.status(201)
                .json("{\"data\":{\"id\":" + id + ",\"to\":\"+31612345678\",\"body\":\"canary text 1234\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"another key", "-"})
    void aRepeatedAnswerToAnEarlierSendOfTheSameTextIsNotTakenForOurs(String key) {
        long id = sentAs(send("first key"));
        account.simulator()
                .faults()
                .add(FaultRule.sends(beforeAcceptance(repeated(id))).next(1));
        assertThat(send(key).getException()).isInstanceOfSatisfying(CliqtelUnavailableException.class, sent -> {
            assertThat(sent.getOutcome()).isEqualTo(Outcome.SENT);
            assertThat(sent.getCode()).isEqualTo(ErrorCode.ANSWER_MISMATCH);
        });
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void aRepeatedAnswerIsNoReasonNotToFindOurs() {
        long id = sentAs(send("first key"));
        account.simulator()
                .faults()
                .add(FaultRule.sends(afterAcceptance(repeated(id))).next(1));
        assertThat(sentAs(send("another key"))).isNotEqualTo(id);
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void aRepeatedAnswerThatShowsAMessageThatASearchFoundIsNotTakenForOurs() {
        account.simulator()
                .faults()
                .add(FaultRule.sends(afterAcceptance(Symptom.closed())).next(1));
        long found = sentAs(send("first key"));
        account.simulator()
                .faults()
                .add(FaultRule.sends(beforeAcceptance(repeated(found))).next(1));
        assertThat(send("another key").getException())
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, sent -> assertThat(sent.getOutcome())
                        .isEqualTo(Outcome.SENT));
    }

    private Exchange send(String key) {
        return account.call(
                "cliqtel:send?to=+31612345678",
                "canary text 1234",
                key == null ? Map.of() : Map.of(CliqtelConstants.IDEMPOTENCY_KEY, key));
    }
}
