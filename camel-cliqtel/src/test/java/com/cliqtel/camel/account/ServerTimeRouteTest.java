/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.SimulatorBuilder;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.simulator.fault.Fault.afterAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static org.assertj.core.api.Assertions.assertThat;

/** The {@code Date} of answers and the {@code created_at} of messages differ: nothing is posted again because of that. */
class ServerTimeRouteTest {

    private static final DateTimeFormatter HTTP = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    @SimulatedAccount
    private Cliqtel cliqtel;

    private TestAccount account;

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private void open(Duration dateAhead) {
        account = TestAccount.of(cliqtel, (SimulatorBuilder server) -> server.dateSkew(dateAhead));
        account.component().getSend().setUnknownOutcome("resend");
        account.component().getRetry().setMaxRetries(0);
        account.component().getSend().setSettlingTime(Duration.ofMillis(400));
    }

    private Exchange send(String text) {
        return account.call("cliqtel:send?to=+31612345678", text);
    }

    private void nextSend(Fault fault) {
        account.simulator().faults().add(FaultRule.sends(fault).next(1));
    }

    private long posts() {
        return account.simulator().calls().stream()
                .filter(call -> call.method().equals("POST"))
                .count();
    }

    private static String httpDate(Duration ahead) {
        return HTTP.format(Instant.now().plus(ahead));
    }

    @ParameterizedTest
    @ValueSource(longs = {5, -5, 30, -30, 600, -600, 7_200, -7_200})
    void aDateAheadOrBehindCausesNoSecondPost(long seconds) {
        open(Duration.ofSeconds(seconds));
        assertThat(send("canary 1").getException()).isNull();
        nextSend(afterAcceptance(Symptom.closed()));
        Exchange exchange = send("canary 2");
        assertThat(posts()).isEqualTo(2);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(CliqtelConstants.RECONCILED)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, -5, 30, -30, 7_200})
    void aWrongDateOfTheFirstAnswerEverPostsNothingAgain(long seconds) {
        open(Duration.ofSeconds(seconds));
        account.call("cliqtel:numbers", null);
        nextSend(afterAcceptance(Symptom.closed()));
        send("canary");
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void theFirstSendEverWithoutAnAnswerPostsNothingAgain() {
        open(Duration.ofSeconds(30));
        nextSend(afterAcceptance(Symptom.closed()));
        send("canary");
        assertThat(posts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 429, 403})
    void theDateOfAGatewayThatRefusesCallsIsIgnored(int status) {
        open(Duration.ZERO);
        account.call("cliqtel:numbers", null);
        account.simulator()
                .faults()
                .add(FaultRule.calls(beforeAcceptance(
                                Symptom.status(status).html().header("Date", httpDate(Duration.ofSeconds(10)))))
                        .where(call -> call.path().endsWith("/numbers"))
                        .next(2));
        account.call("cliqtel:numbers?maxWait=1ms", null);
        account.call("cliqtel:numbers?maxWait=1ms", null);
        nextSend(afterAcceptance(Symptom.closed()));
        send("canary");
        assertThat(posts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31T23:59:59Z", "+999999999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"})
    void aCreatedAtCenturiesAwayDoesNotKeepLaterSendsFromBeingFound(String createdAt) {
        open(Duration.ZERO);
        nextSend(beforeAcceptance(
                Symptom.status(201).json("{\"data\":{\"id\":7,\"created_at\":\"" + createdAt + "\"}}")));
        assertThat(send("canary 1").getException()).isNull();
        nextSend(afterAcceptance(Symptom.closed()));
        assertThat(send("canary 2").getException()).isNull();
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void aDateThatJumpsAheadAfterTheFirstAnswerPostsNothingAgain() {
        open(Duration.ZERO);
        assertThat(send("canary 1").getException()).isNull();
        account.simulator()
                .reopen(server -> server.dateSkew(Duration.ofSeconds(40)).firstMessageId(1000));
        nextSend(afterAcceptance(Symptom.closed()));
        send("canary 2");
        assertThat(account.simulator().messages()).hasSize(1);
    }
}
