/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import com.cliqtel.camel.webhook.SignatureVerifier;
import com.cliqtel.camel.webhook.SignedContent;
import com.cliqtel.camel.webhook.WebhookPolicy;

/**
 * How to receive webhooks: the options after defaulting and checking.
 *
 * @param path where they arrive, beginning with a slash
 * @param maxPayloadSize the largest, in bytes
 * @param maxInflight how many may be processed at the same time
 * @param policy which are let in
 * @param stale what becomes of reports of a state that their message has left behind
 */
record WebhookSettings(String path, int maxPayloadSize, int maxInflight, WebhookPolicy policy, StaleReports stale) {

    private static final String DEFAULT_PATH = "/cliqtel/webhook";
    private static final int DEFAULT_MAX_PAYLOAD_SIZE = 64 * 1024;

    /** @throws IllegalArgumentException saying which option is wrong or missing, and what would be right */
    static WebhookSettings of(CliqtelEndpoint endpoint) {
        WebhookOptions own = endpoint.getWebhook();
        CliqtelComponentOptions component = endpoint.getComponent();
        int size = Options.first(
                own.getWebhookMaxPayloadSize(), component.getWebhookMaxPayloadSize(), DEFAULT_MAX_PAYLOAD_SIZE);
        // one byte more is read
        if (size <= 0 || size == Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "webhookMaxPayloadSize is " + size + ": a number of bytes from 1 to 2147483646 was expected");
        }
        Duration age =
                Options.first(own.getWebhookMaxAge(), component.getWebhookMaxAge(), WebhookPolicy.DEFAULT_MAX_AGE);
        return new WebhookSettings(
                path(endpoint),
                size,
                inflight(Options.first(own.getWebhookMaxInflight(), component.getWebhookMaxInflight(), 0)),
                new WebhookPolicy(
                        new SignatureVerifier(secrets(endpoint)),
                        signedContent(Options.first(own.getSignedContent(), component.getSignedContent(), "auto")),
                        age,
                        Options.words(own.getEvents()),
                        Options.words(own.getStatuses()),
                        Clock.systemUTC()),
                Options.first(own.getDropStale(), component.getDropStale(), false)
                        ? StaleReports.DROPPED
                        : StaleReports.ROUTED);
    }

    private static int inflight(int max) {
        if (max < 0) {
            throw new IllegalArgumentException(
                    "webhookMaxInflight is " + max + ": a number greater than 0 was expected, or 0 for any");
        }
        return max == 0 ? Integer.MAX_VALUE : max;
    }

    /** What becomes of reports of a state that their message has left behind. */
    enum StaleReports {
        /** The route has them, with a header that says so. */
        ROUTED,
        /** Nobody has them. */
        DROPPED
    }

    static String path(CliqtelEndpoint endpoint) {
        String path = Options.first(
                endpoint.getWebhook().getWebhookPath(), endpoint.getComponent().getWebhookPath(), DEFAULT_PATH);
        return path.startsWith("/") ? path : "/" + path;
    }

    // the reference signs with "your application key": the API key, where no key of its own is set for it
    private static List<String> secrets(CliqtelEndpoint endpoint) {
        CliqtelComponentOptions component = endpoint.getComponent();
        Function<String, String> checked = secret -> Secrets.checked("webhookSecret", secret);
        String current = Stream.of(
                        endpoint.getWebhook().getWebhookSecret(),
                        component.getWebhookSecret(),
                        endpoint.getConnection().getApiKey(),
                        component.getApiKey())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No secret to verify webhooks with: set"
                        + " camel.component.cliqtel.webhookSecret, or apiKey if webhooks are signed with it"));
        String previous = Options.first(
                endpoint.getWebhook().getWebhookPreviousSecret(), component.getWebhookPreviousSecret(), null);
        return Stream.of(current, previous)
                .filter(Objects::nonNull)
                .map(checked)
                .toList();
    }

    private static SignedContent signedContent(String word) {
        return Arrays.stream(SignedContent.values())
                .filter(content -> content.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "signedContent is '" + word + "': auto, raw or stringified was expected"));
    }
}
