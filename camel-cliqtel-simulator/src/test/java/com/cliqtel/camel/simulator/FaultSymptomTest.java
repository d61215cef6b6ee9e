/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import com.cliqtel.camel.simulator.RawCall.Ending;
import com.cliqtel.camel.simulator.RawCall.Seen;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.cliqtel.camel.simulator.fault.Fault.afterAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.lateAcceptance;
import static com.cliqtel.camel.simulator.fault.Symptom.closed;
import static com.cliqtel.camel.simulator.fault.Symptom.earlyReset;
import static com.cliqtel.camel.simulator.fault.Symptom.reset;
import static com.cliqtel.camel.simulator.fault.Symptom.silence;
import static com.cliqtel.camel.simulator.fault.Symptom.slow;
import static com.cliqtel.camel.simulator.fault.Symptom.status;
import static com.cliqtel.camel.simulator.fault.Symptom.tooManyRequests;
import static com.cliqtel.camel.simulator.fault.Symptom.truncated;
import static com.cliqtel.camel.simulator.fault.Symptom.truncatedByReset;
import static com.cliqtel.camel.simulator.fault.Symptom.withoutId;
import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a client sees of each fault, and what the account has of it. */
class FaultSymptomTest {

    private final Cliqtel account;
    private final Simulator cliqtel;
    private final ApiClient client;

    FaultSymptomTest(@CliqtelSimulator(time = MANUAL) Cliqtel account) {
        this.account = account;
        this.cliqtel = account.simulator();
        this.client = new ApiClient(cliqtel);
    }

    @AfterEach
    void goesOn() {
        cliqtel.faults().clear();
        account.when().timePasses(Duration.ofMinutes(10));
        assertThat(client.text("still here").statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource("bothSidesOfAcceptance")
    void resets(Function<Symptom, Fault> side) throws IOException {
        Fault fault = side.apply(reset());
        cliqtel.faults().add(FaultRule.sends(fault).next(1));

        assertThat(textSeen()).isEqualTo(new Seen("", Ending.RESET));
        assertThatLogSays(0, fault);
        assertThat(cliqtel.messages()).hasSize(accepted(fault));
        assertThat(cliqtel.balance()).isEqualByComparingTo(accepted(fault) == 1 ? "99.992" : "100");
    }

    @ParameterizedTest
    @MethodSource("bothSidesOfAcceptance")
    void closesWithoutAnAnswer(Function<Symptom, Fault> side) throws IOException {
        Fault fault = side.apply(closed());
        cliqtel.faults().add(FaultRule.sends(fault).next(1));

        assertThat(textSeen()).isEqualTo(new Seen("", Ending.END_OF_STREAM));
        assertThatLogSays(0, fault);
        assertThat(cliqtel.messages()).hasSize(accepted(fault));
    }

    @ParameterizedTest
    @MethodSource("bothSidesOfAcceptance")
    void staysSilentUntilTheClientGoes(Function<Symptom, Fault> side) throws IOException {
        Fault fault = side.apply(silence());
        cliqtel.faults().add(FaultRule.sends(fault).next(1));

        try (RawCall raw = new RawCall(cliqtel)) {
            assertThat(raw.text("x").hearsNothing(300)).isTrue();
            assertThat(cliqtel.openConnections()).isEqualTo(1);
        }
        await().until(() -> cliqtel.openConnections() == 0);
        assertThatLogSays(0, fault);
        assertThat(cliqtel.messages()).hasSize(accepted(fault));
    }

    @ParameterizedTest
    @MethodSource("bothSidesOfAcceptance")
    void answersLikeAGateway(Function<Symptom, Fault> side) {
        Fault fault = side.apply(status(502).html());
        cliqtel.faults().add(FaultRule.sends(fault).next(1));

        HttpResponse<String> answer = client.text("x");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).startsWith("<html>");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html");
        assertThat(answer.headers().firstValue("Date")).contains("Fri, 03 Apr 2026 10:15:30 GMT");
        assertThat(answer.headers().firstValue("X-RateLimit-Limit")).isEmpty();
        assertThatLogSays(502, fault);
        assertThat(cliqtel.messages()).hasSize(accepted(fault));
    }

    @Test
    void answersBare() throws IOException {
        cliqtel.faults().add(FaultRule.sends(beforeAcceptance(status(503))));

        assertThat(textSeen().bytes())
                .startsWith("HTTP/1.1 503 ")
                .contains("Content-Length: 0")
                .doesNotContain("Content-Type")
                .endsWith("\r\n\r\n");
    }

    @Test
    void answersLateInTheSimulatorsTime() throws IOException {
        cliqtel.faults().add(FaultRule.sends(afterAcceptance(slow(Duration.ofMinutes(5)))));

        try (RawCall raw = new RawCall(cliqtel).text("x")) {
            await().until(() -> cliqtel.messages().size() == 1);
            assertThat(raw.hearsNothing(100)).isTrue();
            assertThat(cliqtel.calls()).isEmpty();
            advanceUntilItIsOver(Duration.ofMinutes(5));

            assertThat(raw.seen().bytes()).startsWith("HTTP/1.1 201 ").contains("\"id\":42,");
        }
    }

    @Test
    void failsLateWithoutAccepting() throws IOException {
        cliqtel.faults().add(FaultRule.sends(beforeAcceptance(status(504).html().after(Duration.ofSeconds(60)))));

        try (RawCall raw = new RawCall(cliqtel).text("x")) {
            assertThat(raw.hearsNothing(100)).isTrue();
            advanceUntilItIsOver(Duration.ofSeconds(60));

            assertThat(raw.seen().bytes()).startsWith("HTTP/1.1 504 ");
        }
        assertThat(cliqtel.messages()).isEmpty();
    }

    @Test
    void acceptsLateWithTheTimeOfThen() throws IOException {
        Fault fault = lateAcceptance(Duration.ofSeconds(90), reset());
        cliqtel.faults().add(FaultRule.sends(fault));

        assertThat(textSeen()).isEqualTo(new Seen("", Ending.RESET));
        assertThatLogSays(0, fault);
        account.when().timePasses(Duration.ofSeconds(89));
        assertThat(cliqtel.messages()).isEmpty();
        account.when().timePasses(Duration.ofSeconds(1));

        assertThat(cliqtel.messages())
                .extracting(Message::createdAt)
                .containsExactly(Instant.parse("2026-04-03T10:17:00Z"));
        assertThat(cliqtel.balance()).isEqualByComparingTo("99.992");
    }

    @Test
    void cutsAnAnswerOffAndCloses() throws IOException {
        cliqtel.faults().add(FaultRule.sends(afterAcceptance(truncated())));

        assertCutOff(textSeen(), Ending.END_OF_STREAM);
    }

    @Test
    void cutsAnAnswerOffAndResets() throws IOException {
        cliqtel.faults().add(FaultRule.sends(afterAcceptance(truncatedByReset())));

        assertCutOff(textSeen(), Ending.RESET);
    }

    @Test
    void leavesTheIdOut() {
        cliqtel.faults().add(FaultRule.calls(afterAcceptance(withoutId())));

        HttpResponse<String> answer = client.text("x\\\",{\\\"id\\\":7,");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).startsWith("{\"data\":{\"from\":").contains("x\\\",{\\\"id\\\":7,");
        assertThat(client.get("/messages").body()).startsWith("{\"data\":[{\"from\":");
        assertThat(cliqtel.messages()).hasSize(1);
    }

    @Test
    void resetsBeforeTheBodyIsThere() throws IOException {
        Fault fault = beforeAcceptance(earlyReset());
        cliqtel.faults().add(FaultRule.sends(fault));

        try (RawCall raw = new RawCall(cliqtel)) {
            assertThat(raw.headOfText().seen()).isEqualTo(new Seen("", Ending.RESET));
        }
        assertThatLogSays(0, fault);
        assertThat(cliqtel.messages()).isEmpty();
    }

    @Test
    void resetsListsToo() throws IOException {
        cliqtel.faults().add(FaultRule.calls(afterAcceptance(reset())).next(1));

        try (RawCall raw = new RawCall(cliqtel)) {
            assertThat(raw.get("/messages").seen()).isEqualTo(new Seen("", Ending.RESET));
        }
        assertThat(client.get("/messages").statusCode()).isEqualTo(200);
    }

    @Test
    void usesNothingOfTheLimitsForWhatItStops() {
        cliqtel.faults()
                .storm(
                        Duration.ofSeconds(30),
                        beforeAcceptance(tooManyRequests().retryAfter(7)));

        HttpResponse<String> stormy = client.text("x");
        assertThat(stormy.statusCode()).isEqualTo(429);
        assertThat(stormy.body())
                .isEqualTo("{\"error\":{\"code\":\"rate_limited\",\"message\":\"Too many requests\"}}");
        assertThat(stormy.headers().firstValue("Retry-After")).contains("7");
        assertThat(stormy.headers().firstValue("X-RateLimit-Limit")).contains("60");
        assertThat(stormy.headers().allValues("X-RateLimit-Remaining")).containsExactly("0");
        account.when().timePasses(Duration.ofSeconds(30));

        HttpResponse<String> calm = client.text("x");
        assertThat(calm.statusCode()).isEqualTo(201);
        assertThat(calm.headers().firstValue("X-RateLimit-Remaining")).contains("59");
    }

    @Test
    void countsForTheLimitsWhatItLetsThrough() throws IOException {
        cliqtel.faults().add(FaultRule.sends(afterAcceptance(reset())).next(1));
        textSeen();

        assertThat(client.get("/numbers").headers().firstValue("X-RateLimit-Remaining"))
                .contains("58");
    }

    @Test
    void actsBeforeTheKeyIsChecked() {
        cliqtel.faults().add(FaultRule.calls(beforeAcceptance(status(503).html())));

        assertThat(ApiClient.exchange(client.to("/numbers").build()).statusCode())
                .isEqualTo(503);
    }

    private static List<Function<Symptom, Fault>> bothSidesOfAcceptance() {
        return List.of(Fault::beforeAcceptance, Fault::afterAcceptance);
    }

    private Seen textSeen() throws IOException {
        try (RawCall raw = new RawCall(cliqtel)) {
            return raw.text("x").seen();
        }
    }

    /** Again, if the call has not even come in. */
    private void advanceUntilItIsOver(Duration step) {
        await().until(() -> {
            account.when().timePasses(step);
            return !cliqtel.calls().isEmpty();
        });
    }

    private void assertCutOff(Seen seen, Ending ending) {
        assertThat(seen.ending()).isEqualTo(ending);
        assertThat(seen.bytes()).startsWith("HTTP/1.1 201 ");
        int promised = Integer.parseInt(seen.bytes().replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
        String body = seen.bytes().substring(seen.bytes().indexOf("\r\n\r\n") + 4);
        assertThat(body).hasSize(promised / 2).startsWith("{\"data\":{\"id\":42,");
        assertThat(cliqtel.messages()).hasSize(1);
    }

    private void assertThatLogSays(int status, Fault fault) {
        ReceivedCall call = cliqtel.calls().get(0);
        assertThat(call.status()).isEqualTo(status);
        assertThat(call.fault()).isEqualTo(fault.name());
    }

    private static int accepted(Fault fault) {
        return fault.name().contains("after acceptance") ? 1 : 0;
    }
}
