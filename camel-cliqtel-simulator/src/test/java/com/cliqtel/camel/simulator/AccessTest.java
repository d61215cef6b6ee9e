/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;

class AccessTest {

    private final Simulator cliqtel;
    private final ApiClient client;

    AccessTest(@CliqtelSimulator(time = MANUAL, key = "first_key") Cliqtel account) {
        account.given().account(keys -> keys.apiKey("second_key"));
        this.cliqtel = account.simulator();
        this.client = new ApiClient(cliqtel);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer wrong",
                "Bearer first_key second_key",
                "Bearer first_keyy",
                "Basic first_key",
                "first_key",
                "Bearer: first_key"
            })
    void refusesAnInvalidAuthorizationHeader(String authorization) {
        HttpResponse<String> answer = ApiClient.exchange(
                client.to("/numbers").header("Authorization", authorization).build());

        assertUnauthenticated(answer);
    }

    @Test
    void refusesACallWithoutAuthorization() {
        assertUnauthenticated(ApiClient.exchange(client.to("/numbers").build()));
    }

    @Test
    void refusesTwoAuthorizationHeaders() {
        assertUnauthenticated(ApiClient.exchange(client.to("/numbers")
                .header("Authorization", "Bearer first_key")
                .header("Authorization", "Bearer second_key")
                .build()));
    }

    @Test
    void checksTheKeyBeforeThePath() {
        assertUnauthenticated(ApiClient.exchange(
                client.to("/messages").POST(BodyPublishers.ofString("nonsense")).build()));
        assertUnauthenticated(ApiClient.exchange(client.to("/nowhere").build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer first_key", "Bearer second_key", "bearer first_key", "Bearer  first_key"})
    void letsEachKeyThrough(String authorization) {
        assertThat(ApiClient.exchange(client.to("/numbers")
                                .header("Authorization", authorization)
                                .build())
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404, not_found",
        "GET, /messages/, 404, not_found",
        "GET, '', 404, not_found",
        "GET, /Messages, 404, not_found",
        "POST, /numbers, 405, method_not_allowed",
        "DELETE, /messages, 405, method_not_allowed",
        "PUT, /messages/42, 405, method_not_allowed",
        "OPTIONS, /messages, 405, method_not_allowed",
        "BREW, /messages, 405, method_not_allowed"
    })
    void refusesPathsAndMethodsItDoesNotHave(String method, String path, int status, String code) {
        HttpResponse<String> answer = client.call(client.to(path), method, BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":{\"code\":\"" + code + "\",\"message\":\"");
        assertIsOfTheApi(answer);
    }

    @Test
    void listsTheAllowedMethodsOfAPath() {
        assertThat(client.call(client.to("/messages"), "PUT", BodyPublishers.noBody())
                        .headers()
                        .firstValue("Allow"))
                .contains("POST, GET");
    }

    @Test
    void namesTheBasePathForAPathOutsideTheApi() {
        HttpResponse<String> answer = ApiClient.exchange(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + cliqtel.port() + "/api/v2/sms"))
                        .build());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("not_found").contains("/api/v1/sms");
        assertIsOfTheApi(answer);
    }

    @Test
    void answersHeadAsGetWithoutABody() {
        HttpResponse<String> answer = client.call(client.to("/numbers"), "HEAD", BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertIsOfTheApi(answer);
    }

    private static void assertUnauthenticated(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo("{\"error\":{\"code\":\"unauthenticated\",\"message\":\"Missing or invalid API key\"}}");
        assertIsOfTheApi(answer);
    }

    private static void assertIsOfTheApi(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("X-RateLimit-Limit")).contains("60");
        assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).isPresent();
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(answer.headers().allValues("Date")).containsExactly("Fri, 03 Apr 2026 10:15:30 GMT");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }
}
