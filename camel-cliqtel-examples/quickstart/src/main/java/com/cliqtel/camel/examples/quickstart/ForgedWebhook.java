/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A webhook with a wrong signature that reports a failed message.
 *
 * @param id the message it is about
 */
record ForgedWebhook(long id) {

    private static final String NOT_THE_SIGNATURE = "0".repeat(64);

    /** Posts it, and returns the HTTP status of the answer. */
    int postTo(URI webhook) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("X-Cliqtel-Signature", NOT_THE_SIGNATURE)
                .POST(HttpRequest.BodyPublishers.ofString(json()))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private String json() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        return """
                {"event":"sms.status_updated","data":{"id":%d,"direction":"outbound","status":"failed",\
                "updated_at":"%s"},"timestamp":"%s"}""".formatted(id, now, now);
    }
}
