/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Mix;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.fault.Fault.afterAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.lateAcceptance;
import static com.cliqtel.camel.simulator.fault.Symptom.closed;
import static com.cliqtel.camel.simulator.fault.Symptom.reset;
import static com.cliqtel.camel.simulator.fault.Symptom.silence;
import static com.cliqtel.camel.simulator.fault.Symptom.slow;
import static com.cliqtel.camel.simulator.fault.Symptom.status;
import static com.cliqtel.camel.simulator.fault.Symptom.tooManyRequests;
import static com.cliqtel.camel.simulator.fault.Symptom.truncated;
import static com.cliqtel.camel.simulator.fault.Symptom.truncatedByReset;
import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Limits.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Many clients at once, and everything that can go wrong. */
class SoakTest {

    private static final int MESSAGES = Integer.getInteger("cliqtel.soak.messages", 1_000);
    private static final int CONNECTIONS = 64;
    private static final Mix MIX = Mix.seeded(42)
            .with(10, beforeAcceptance(tooManyRequests().retryAfter(1)))
            .with(5, beforeAcceptance(reset()))
            .with(2, beforeAcceptance(closed()))
            .with(1, beforeAcceptance(silence()))
            .with(5, afterAcceptance(reset()))
            .with(1, afterAcceptance(silence()))
            .with(2, afterAcceptance(status(502).html()))
            .with(1, afterAcceptance(truncated()))
            .with(1, afterAcceptance(truncatedByReset()))
            .with(3, afterAcceptance(slow(Duration.ofMillis(50))))
            .with(2, lateAcceptance(Duration.ofMillis(100), reset()));

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void acceptsTheReportedMessagesAndRepeatsFaultsForTheSameCalls(
            @CliqtelSimulator(limits = NONE) Cliqtel one,
            @CliqtelSimulator(limits = NONE, key = "another_key") Cliqtel another) {
        assertThat(struckIn(one)).isEqualTo(struckIn(another));
    }

    private Map<String, Optional<String>> struckIn(Cliqtel account) {
        account.given().fault(FaultRule.sends(MIX));
        Simulator cliqtel = account.simulator();

        List<String> answered = sendAll(cliqtel);
        await().until(() -> cliqtel.calls().size() == MESSAGES);
        List<ReceivedCall> calls = cliqtel.calls();
        List<String> accepted = calls.stream()
                .filter(call -> call.fault() == null || !call.fault().endsWith("before acceptance"))
                .map(ReceivedCall::body)
                .map(SoakTest::text)
                .toList();

        await().untilAsserted(() ->
                assertThat(cliqtel.messages()).extracting(Message::body).containsExactlyInAnyOrderElementsOf(accepted));
        assertThat(accepted).containsAll(answered);
        return calls.stream()
                .collect(Collectors.toMap(call -> text(call.body()), call -> Optional.ofNullable(call.fault())));
    }

    /** The texts that were answered 201 with an id. */
    private List<String> sendAll(Simulator cliqtel) {
        Semaphore connections = new Semaphore(CONNECTIONS);
        List<CompletableFuture<Optional<String>>> sends = IntStream.range(0, MESSAGES)
                .mapToObj(i -> {
                    connections.acquireUninterruptibly();
                    return send(cliqtel, "text " + i).whenComplete((sent, failure) -> connections.release());
                })
                .toList();
        return sends.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
    }

    private CompletableFuture<Optional<String>> send(Simulator cliqtel, String text) {
        HttpRequest request = new ApiClient(cliqtel)
                .to("/messages")
                .timeout(Duration.ofSeconds(1))
                .header("Authorization", "Bearer " + cliqtel.apiKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"from\":\"+16625163513\",\"to\":\"+31612345678\",\"body\":\"" + text + "\"}"))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString())
                .handle((answer, failure) ->
                        failure == null && isAccepted(answer) ? Optional.of(text) : Optional.empty());
    }

    private static boolean isAccepted(HttpResponse<String> answer) {
        return answer.statusCode() == 201 && answer.body().startsWith("{\"data\":{\"id\":");
    }

    private static String text(String request) {
        return request.replaceAll(".*\"body\":\"(.*)\"}", "$1");
    }
}
