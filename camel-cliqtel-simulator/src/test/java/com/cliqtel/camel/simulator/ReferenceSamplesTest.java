/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.net.http.HttpResponse;
import java.time.Duration;

import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Limits.NONE;
import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;

/** Every sample of the reference, as it is printed there. */
class ReferenceSamplesTest {

    private static final String SEND = """
            {
                "from": "+16625163513",
                "to": "+31612345678",
                "body": "Your order #1234 has shipped!"
            }""";

    private final Cliqtel account;
    private final Simulator cliqtel;
    private final ApiClient client;

    ReferenceSamplesTest(@CliqtelSimulator(time = MANUAL, limits = NONE) Cliqtel account) {
        this.account = account;
        this.cliqtel = account.simulator();
        this.client = new ApiClient(cliqtel);
    }

    @Test
    void answersTheSampleOfSendSms() {
        HttpResponse<String> answer = client.send(SEND);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo(compact("""
                        {
                          "data": {
                            "id": 42,
                            "from": "+16625163513",
                            "to": "+31612345678",
                            "body": "Your order #1234 has shipped!",
                            "direction": "outbound",
                            "status": "queued",
                            "segments": 1,
                            "cost": 0.008,
                            "currency": "EUR",
                            "carrier": "didfarm",
                            "created_at": "2026-04-03T10:15:30+00:00"
                          }
                        }"""));
    }

    @Test
    void answersTheSampleOfListMessages() {
        client.send(SEND);
        account.when().timePasses(Duration.ofSeconds(3));
        for (int i = 1; i < 156; i++) {
            client.text("later");
        }

        assertThat(client.get("/messages?direction=outbound&per_page=10").body())
                .endsWith(compact("""
                        {"meta": {
                            "total": 156,
                            "page": 1,
                            "per_page": 10,
                            "total_pages": 16
                        }}""").substring(1));
        assertThat(client.get("/messages?direction=outbound&per_page=10&page=16")
                        .body())
                .contains(compact("""
                        {
                          "id": 42,
                          "from": "+16625163513",
                          "to": "+31612345678",
                          "body": "Your order #1234 has shipped!",
                          "direction": "outbound",
                          "status": "delivered",
                          "segments": 1,
                          "cost": 0.008,
                          "currency": "EUR",
                          "carrier": "didfarm",
                          "created_at": "2026-04-03T10:15:30+00:00"
                        }"""));
    }

    @Test
    void answersGetMessageWithTheFieldsOfTheList() {
        client.send(SEND);
        account.when().timePasses(Duration.ofSeconds(3));

        HttpResponse<String> answer = client.get("/messages/42");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(compact("""
                        {
                          "data": {
                            "id": 42,
                            "from": "+16625163513",
                            "to": "+31612345678",
                            "body": "Your order #1234 has shipped!",
                            "direction": "outbound",
                            "status": "delivered",
                            "segments": 1,
                            "cost": 0.008,
                            "currency": "EUR",
                            "carrier": "didfarm",
                            "created_at": "2026-04-03T10:15:30+00:00"
                          }
                        }"""));
    }

    @Test
    void answersTheSampleOfListSmsNumbers() {
        assertThat(client.get("/numbers").body()).isEqualTo(compact("""
                        {
                          "data": [
                            { "id": 11, "number": "+16625163513", "country_code": "US", "number_type": "local", "sms_enabled": true },
                            { "id": 6, "number": "+16315950406", "country_code": "US", "number_type": "local", "sms_enabled": true }
                          ]
                        }"""));
    }

    @Test
    void postsTheSampleOfTheWebhook() {
        try (WebhookReceiver yourApp = new WebhookReceiver()) {
            client.send("""
                    {
                        "from": "+16625163513",
                        "to": "+31612345678",
                        "body": "Hello!",
                        "status_callback_url": "%s"
                    }""".formatted(yourApp.url()));
            account.when().timePasses(Duration.ofSeconds(3));
            cliqtel.awaitQuiet(Duration.ofSeconds(10));

            assertThat(yourApp.received().get(1).text()).isEqualTo(compact("""
                            {
                              "event": "sms.status_updated",
                              "data": {
                                "id": 42,
                                "from": "+16625163513",
                                "to": "+31612345678",
                                "direction": "outbound",
                                "status": "delivered",
                                "segments": 1,
                                "cost": 0.008,
                                "currency": "EUR",
                                "created_at": "2026-04-03T10:15:30+00:00",
                                "updated_at": "2026-04-03T10:15:33+00:00"
                              },
                              "timestamp": "2026-04-03T10:15:33+00:00"
                            }"""));
        }
    }

    @Test
    void answersTheSampleOfErrorHandling() {
        account.given().wallet("0.007");

        assertThat(client.send(SEND).body()).isEqualTo(compact("""
                            {
                              "error": {
                                "code": "insufficient_balance",
                                "message": "Wallet balance too low to send this message"
                              }
                            }"""));
    }

    private static String compact(String json) {
        try {
            return new ObjectMapper().readTree(json).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
