/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.fault.Fault.afterAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Sends that look alike in the list of messages, open at the same time: none takes another's message for its own. */
class EqualSendsRouteTest {

    private static final String SEND = "cliqtel:send?to=+31612345678";
    private static final String TEXT = "canary text";
    private static final long SECOND_NUMBER_ID = 6;

    private final TestAccount account;

    EqualSendsRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
    }

    @BeforeEach
    void settleSoon() {
        account.component().getConnection().setRequestTimeout(Duration.ofMillis(500));
        account.component().getSend().setSettlingTime(Duration.ofMillis(800));
        account.context().start();
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private Simulator simulator() {
        return account.simulator();
    }

    private void nextSend(Fault fault) {
        simulator().faults().add(FaultRule.sends(fault).next(1));
    }

    private long posts() {
        return simulator().calls().stream()
                .filter(call -> call.method().equals("POST"))
                .count();
    }

    private static void assertUnknown(Exchange exchange) {
        assertThat(exchange.getException())
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> assertThat(failure.getOutcome())
                        .isEqualTo(Outcome.UNKNOWN));
    }

    /** The first is not accepted; the second is, and answered so late that the first looks before. */
    private void assertThatTheFirstIsNotAnsweredForByTheSecond(Supplier<Exchange> first, Supplier<Exchange> second) {
        nextSend(beforeAcceptance(Symptom.reset()));
        CompletableFuture<Exchange> lost = CompletableFuture.supplyAsync(first);
        await().until(() -> posts() == 1);
        nextSend(afterAcceptance(Symptom.silence()));
        CompletableFuture<Exchange> accepted = CompletableFuture.supplyAsync(second);
        assertUnknown(lost.join());
        accepted.join();
        assertThat(simulator().messages()).hasSize(1);
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void textThatDiffersInBlanksIsAnotherSms() {
        assertThatTheFirstIsNotAnsweredForByTheSecond(
                () -> account.call(SEND, TEXT), () -> account.call(SEND, TEXT + " "));
    }

    @Test
    void messageOfASenderIdIsNotTakenForANumbers() {
        assertThatTheFirstIsNotAnsweredForByTheSecond(
                () -> account.call(SEND, TEXT),
                () -> account.call(SEND, TEXT, Map.of(CliqtelConstants.FROM_NUMBER_ID, 11L)));
    }

    @Test
    void messageOfAnotherNumberIsNotTakenForASendById() throws Exception {
        simulator()
                .faults()
                .add(FaultRule.sends(beforeAcceptance(Symptom.reset())).next(8));
        Stream<CompletableFuture<Exchange>> others = IntStream.range(0, 7)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> account.call(SEND, "canary other " + i)));
        var open = others.toList();
        CompletableFuture<Exchange> lost = CompletableFuture.supplyAsync(
                () -> account.call(SEND, TEXT, Map.of(CliqtelConstants.FROM_NUMBER_ID, SECOND_NUMBER_ID)));
        await().until(() -> posts() == 8);
        anotherSystemSends();
        assertUnknown(lost.join());
        open.forEach(CompletableFuture::join);
    }

    private void anotherSystemSends() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(URI.create(simulator().baseUrl() + "/messages"))
                .header("Authorization", "Bearer " + TestAccount.KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"from":"%s","to":"%s","body":"%s"}""".formatted(TestAccount.FROM, TestAccount.TO, TEXT)))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(post, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(201);
    }
}
