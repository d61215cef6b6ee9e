/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Answered;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Failed;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Outcome;

/** One POST, once: no redirect is followed, nothing is repeated, and it ends in time whatever the other side does. */
final class WebhookPost {

    // one for all simulators: it has a thread that Java 17 can only leave to the garbage collector
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Duration timeout;

    WebhookPost(Duration timeout) {
        this.timeout = timeout;
    }

    Outcome send(String url, byte[] body, String signature) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "camel-cliqtel-simulator")
                    .POST(BodyPublishers.ofByteArray(body));
            if (!signature.isEmpty()) {
                request.header("X-Cliqtel-Signature", signature);
            }
            return answer(request.build());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed("the simulator was closed");
        } catch (TimeoutException e) {
            return new Failed("no answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            return new Failed(String.valueOf(e.getCause()));
        } catch (IllegalArgumentException e) {
            // such as a port that is none
            return new Failed(e.getMessage());
        }
    }

    private Outcome answer(HttpRequest request) throws InterruptedException, ExecutionException, TimeoutException {
        // a timeout of the request itself would end with the headers; this one covers connecting and the body too
        CompletableFuture<HttpResponse<Void>> answer = CLIENT.sendAsync(request, BodyHandlers.discarding());
        try {
            HttpResponse<Void> got = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return new Answered(got.statusCode(), retryAfter(got));
        } finally {
            answer.cancel(true);
        }
    }

    /** A date is by the receiver's clock, and means nothing in the simulator's time. */
    private static Duration retryAfter(HttpResponse<Void> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }
}
