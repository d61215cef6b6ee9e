/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.cliqtel.camel.webhook.verify.SignatureVerifier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** An application whose beans are made when they are first needed. */
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.main.lazy-initialization=true",
            "camel.component.cliqtel.api-key=canary-key",
            "camel.component.cliqtel.webhook-verify-token=canary-secret"
        })
class LazyInitializationTest {

    @Autowired
    private Application application;

    @LocalServerPort
    private int port;

    @Test
    void theWebhookIsServedFromTheFirstReport() throws Exception {
        String report = "{\"event\":\"sms.received\",\"data\":{\"text\":\"x\"}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/cliqtel/webhook"))
                .header("Content-Type", "application/json")
                .header("X-Cliqtel-Signature", SignatureVerifier.sign(report.getBytes(), "canary-secret"))
                .POST(HttpRequest.BodyPublishers.ofString(report))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(application.routed).hasSize(1);
    }
}
