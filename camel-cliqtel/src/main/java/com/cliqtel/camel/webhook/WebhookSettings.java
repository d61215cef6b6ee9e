/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelComponentOptions;
import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.account.ApiKeys;
import com.cliqtel.camel.account.ConnectionSettings;
import com.cliqtel.camel.account.EndpointServices;
import com.cliqtel.camel.options.AllowedWords;
import com.cliqtel.camel.options.OptionChecks;
import com.cliqtel.camel.options.WebhookOptions;
import com.cliqtel.camel.webhook.verify.MachineClock;
import com.cliqtel.camel.webhook.verify.SignatureVerifier;
import com.cliqtel.camel.webhook.verify.SignedContent;
import com.cliqtel.camel.webhook.verify.SignedTime;
import com.cliqtel.camel.webhook.verify.WebhookPolicy;

/**
 * The settings of a webhook: the options after defaults and checks.
 *
 * @param path the path of the webhook, beginning with a slash
 * @param maxPayloadSize the size of the largest body, in bytes
 * @param maxInflight the largest number of webhooks that are processed at the same time
 * @param policy the rules by which webhooks are accepted
 * @param stale what to do with a report that is older than one already processed for the same message
 * @param reader the name of the consumer in the ledger, the same on all nodes; not a secret
 */
public record WebhookSettings(
        String path, int maxPayloadSize, int maxInflight, WebhookPolicy policy, StaleReports stale, String reader) {

    private static final String DEFAULT_PATH = "/cliqtel/webhook";
    private static final int DEFAULT_MAX_PAYLOAD_SIZE = 64 * 1024;

    /**
     * Reads the options at the start of a consumer, and keeps its secrets out of all texts that quote the server.
     *
     * @throws IllegalArgumentException when an option is wrong or missing; the message names it and what is allowed
     */
    public static WebhookSettings of(CliqtelEndpoint endpoint, EndpointServices services) {
        CliqtelComponent component = endpoint.getComponent();
        URI baseUrl = ConnectionSettings.baseUrl(endpoint.getConnection(), component);
        List<String> secrets = secrets(endpoint);
        services.accounts().get().withhold(secrets);
        String account = ConnectionSettings.chosenAccount(endpoint.getConnection(), component);
        return of(
                endpoint,
                new SignatureVerifier(secrets),
                local -> services.accounts().get().apiTime(baseUrl),
                // without keys and secrets, since they are rotated; with the path, since two consumers are two readers
                ApiKeys.fingerprint((account != null ? account : baseUrl) + " " + path(endpoint)));
    }

    /**
     * Checks the options of an endpoint, except for those that only a start needs: the secrets and the API's address.
     *
     * @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed
     */
    public static void check(CliqtelEndpoint endpoint) {
        of(endpoint, new SignatureVerifier(List.of("not used")), local -> Optional.empty(), "not used");
    }

    private static WebhookSettings of(
            CliqtelEndpoint endpoint,
            SignatureVerifier verifier,
            Function<Instant, Optional<Instant>> apiTime,
            String reader) {
        WebhookOptions own = endpoint.getWebhook();
        CliqtelComponentOptions component = endpoint.getComponent();
        WebhookPolicy policy = new WebhookPolicy(
                verifier,
                AllowedWords.constant(
                        "signedContent",
                        SignedContent.class,
                        OptionChecks.first(own.getSignedContent(), component.getSignedContent(), "auto")),
                new SignedTime(
                        OptionChecks.positive(
                                "webhookMaxAge",
                                OptionChecks.first(
                                        own.getWebhookMaxAge(),
                                        component.getWebhookMaxAge(),
                                        SignedTime.DEFAULT_MAX_AGE)),
                        new MachineClock(),
                        apiTime),
                AllowedWords.EVENTS.several(own.getEvents()),
                AllowedWords.STATUSES.several(own.getStatuses()));
        boolean dropStale = OptionChecks.first(own.getDropStale(), component.getDropStale(), false);
        return new WebhookSettings(
                path(endpoint),
                maxPayloadSize(OptionChecks.first(
                        own.getWebhookMaxPayloadSize(),
                        component.getWebhookMaxPayloadSize(),
                        DEFAULT_MAX_PAYLOAD_SIZE)),
                inflight(OptionChecks.first(own.getWebhookMaxInflight(), component.getWebhookMaxInflight(), 0)),
                policy,
                dropStale ? StaleReports.DROPPED : StaleReports.ROUTED,
                reader);
    }

    // one byte more is read than allowed
    private static int maxPayloadSize(int size) {
        if (size <= 0 || size == Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "webhookMaxPayloadSize is " + size + ": a number of bytes from 1 to 2147483646 was expected");
        }
        return size;
    }

    private static int inflight(int max) {
        if (max < 0) {
            throw new IllegalArgumentException(
                    "webhookMaxInflight is " + max + ": a number greater than 0 was expected, or 0 for any");
        }
        return max == 0 ? Integer.MAX_VALUE : max;
    }

    /** What the consumer does with reports that are older than one already processed for the same message. */
    enum StaleReports {
        /** They go to the route, with a header that marks them. */
        ROUTED,
        /** They are dropped. */
        DROPPED
    }

    public static String path(CliqtelEndpoint endpoint) {
        String path = OptionChecks.first(
                endpoint.getWebhook().getWebhookPath(), endpoint.getComponent().getWebhookPath(), DEFAULT_PATH);
        return path.startsWith("/") ? path : "/" + path;
    }

    // the reference signs with "your application key": the API key, unless another key is set for webhooks
    private static List<String> secrets(CliqtelEndpoint endpoint) {
        CliqtelComponent component = endpoint.getComponent();
        String own = OptionChecks.first(
                endpoint.getWebhook().getWebhookVerifyToken(), component.getWebhookVerifyToken(), null);
        if (own != null) {
            return ApiKeys.several("webhookVerifyToken", own);
        }
        String apiKey = OptionChecks.first(endpoint.getConnection().getApiKey(), component.getApiKey(), null);
        if (apiKey == null) {
            throw new IllegalArgumentException("No key to verify webhooks with: set"
                    + " camel.component.cliqtel.webhookVerifyToken, or apiKey if webhooks are signed with it");
        }
        return List.of(ApiKeys.checked("apiKey", apiKey));
    }
}
