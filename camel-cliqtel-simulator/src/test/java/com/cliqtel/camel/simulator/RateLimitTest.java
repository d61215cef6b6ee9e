/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.IntStream;

import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import com.cliqtel.camel.simulator.limit.WindowKind;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTest {

    private static final String START = "2026-04-03T10:15:30.500Z";

    private final Cliqtel account;
    private final ApiClient client;

    RateLimitTest(@CliqtelSimulator(time = MANUAL, start = START) Cliqtel account) {
        this.account = account;
        this.client = new ApiClient(account.simulator());
    }

    @Test
    void allowsSixtyCallsAMinuteAndReturnsTheRemaining() {
        IntStream.rangeClosed(1, 60).forEach(call -> {
            // whatever the answer, each is a call
            HttpResponse<String> answer = client.get(call % 2 == 0 ? "/numbers" : "/messages/404");
            assertLimits(answer, "60", String.valueOf(60 - call));
            assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        });
        account.when().timePasses(Duration.ofMillis(12_300));

        HttpResponse<String> refused = client.get("/numbers");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body())
                .isEqualTo("{\"error\":{\"code\":\"rate_limited\",\"message\":\"Too many requests\"}}");
        assertThat(refused.headers().firstValue("Retry-After")).contains("48");
        assertLimits(refused, "60", "0");

        account.when().timePasses(Duration.ofSeconds(47));
        assertThat(client.get("/numbers").headers().firstValue("Retry-After")).contains("1");
        account.when().timePasses(Duration.ofSeconds(1));
        assertLimits(client.get("/numbers"), "60", "59");
    }

    @Test
    void countsSendsThatAreRefusedToo() {
        account.given().requestsPerMinute(2);

        assertLimits(client.send("nonsense"), "2", "1");
        assertLimits(client.text("x"), "2", "0");
        assertThat(client.text("x").statusCode()).isEqualTo(429);
        assertThat(account.simulator().messages()).hasSize(1);
    }

    @Test
    void grantsTenMessagesASecond() {
        IntStream.range(0, 9)
                .forEach(n -> assertThat(client.text("x").statusCode()).isEqualTo(201));
        assertThat(client.send("nonsense").statusCode()).isEqualTo(422);

        HttpResponse<String> refused = client.text("x");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        // the headers tell of the minute, which the refused message has used
        assertLimits(refused, "60", "49");
        assertThat(client.get("/numbers").statusCode()).isEqualTo(200);

        account.when().timePasses(Duration.ofSeconds(1));
        assertThat(client.text("x").statusCode()).isEqualTo(201);
    }

    @Test
    void takesNothingFromTheMinuteForCallsWithoutAKey() {
        account.given().requestsPerMinute(1);

        IntStream.range(0, 3)
                .forEach(n ->
                        assertLimits(ApiClient.exchange(client.to("/numbers").build()), "1", "1"));

        assertLimits(client.get("/numbers"), "1", "0");
        assertLimits(ApiClient.exchange(client.to("/numbers").build()), "1", "0");
    }

    @Test
    void returnsTheRemainingAtTheArrivalOfTheCall() {
        account.given()
                .account(
                        busy -> busy.carrierRejects(to -> client.get("/numbers").statusCode() == 200));

        assertLimits(client.text("x"), "60", "59");
        assertLimits(client.get("/numbers"), "60", "57");
    }

    @Test
    void sharesTheMinuteBetweenKeys() {
        account.given().requestsPerMinute(2).account(keys -> keys.apiKey("two"));

        client.get("/numbers");

        assertLimits(
                ApiClient.exchange(client.to("/numbers")
                        .header("Authorization", "Bearer two")
                        .build()),
                "2",
                "0");
    }

    @Test
    void knowsNoLimitWhereItIsZero() {
        account.given().requestsPerMinute(0).messagesPerSecond(0);

        IntStream.range(0, 80)
                .forEach(n -> assertThat(client.text("x").statusCode()).isEqualTo(201));

        assertLimits(client.get("/numbers"), "2147483647", "2147483647");
    }

    @Test
    void countsByTheConfiguredWindow() {
        account.given().requestsPerMinute(1).account(clock -> clock.window(WindowKind.CLOCK));

        client.get("/numbers");

        assertThat(client.get("/numbers").headers().firstValue("Retry-After")).contains("30");
    }

    private static void assertLimits(HttpResponse<String> answer, String limit, String remaining) {
        assertThat(answer.headers().firstValue("X-RateLimit-Limit")).contains(limit);
        assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).contains(remaining);
    }
}
