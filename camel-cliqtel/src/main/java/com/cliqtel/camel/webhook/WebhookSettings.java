/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.cliqtel.camel.account.ApiKeys;
import com.cliqtel.camel.account.ConnectionSettings;
import com.cliqtel.camel.account.EndpointServices;
import com.cliqtel.camel.options.AllowedWords;
import com.cliqtel.camel.options.ConnectionOptions;
import com.cliqtel.camel.options.EndpointOptions;
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
 * @param dropStale whether a report is dropped that is older than one already processed for the same message
 * @param reader the name of the consumer in the ledger, the same on all nodes; not a secret
 */
public record WebhookSettings(
        String path, int maxPayloadSize, int maxInflight, WebhookPolicy policy, boolean dropStale, String reader) {

    /** @throws IllegalArgumentException when an option is wrong or missing; the message names it and what is allowed */
    public static WebhookSettings of(EndpointOptions endpoint, EndpointServices services) {
        WebhookOptions options = endpoint.getWebhook();
        ConnectionOptions connection = endpoint.getConnection();
        URI baseUrl = ConnectionSettings.baseUrl(connection);
        List<String> secrets = secrets(options, connection);
        services.accounts().get().withhold(secrets);
        String account = ConnectionSettings.chosenAccount(connection);
        return of(
                options,
                policy(endpoint, new SignatureVerifier(secrets), local -> services.accounts()
                        .get()
                        .apiTime(baseUrl)),
                // without keys and secrets, since they are rotated; with the path, since two consumers are two readers
                ApiKeys.fingerprint((account != null ? account : baseUrl) + " " + path(options)));
    }

    /**
     * Checks the options of an endpoint, except for those that only a start needs: the secrets and the API's address.
     *
     * @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed
     */
    public static void check(EndpointOptions endpoint) {
        SignatureVerifier unused = new SignatureVerifier(List.of("not used"));
        of(endpoint.getWebhook(), policy(endpoint, unused, local -> Optional.empty()), "not used");
    }

    /**
     * Checks the options of the component, which may have no consumer yet.
     *
     * @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed
     */
    public static void check(WebhookOptions component) {
        OptionChecks.notQuoted("webhookPath", component.getWebhookPath());
        OptionChecks.notQuoted("webhookExternalUrl", component.getWebhookExternalUrl());
        tokens(component);
    }

    /**
     * Returns the keys in the option {@code webhookVerifyToken}; empty if it is not set.
     *
     * @throws IllegalArgumentException when one of them is not a valid key
     */
    public static List<String> tokens(WebhookOptions options) {
        String tokens = options.getWebhookVerifyToken();
        return tokens == null ? List.of() : ApiKeys.several("webhookVerifyToken", tokens);
    }

    private static WebhookPolicy policy(
            EndpointOptions endpoint, SignatureVerifier verifier, Function<Instant, Optional<Instant>> apiTime) {
        WebhookOptions options = endpoint.getWebhook();
        return new WebhookPolicy(
                verifier,
                AllowedWords.constant("signedContent", SignedContent.class, options.getSignedContent()),
                new SignedTime(
                        OptionChecks.positive("webhookMaxAge", options.getWebhookMaxAge()),
                        new MachineClock(),
                        apiTime),
                AllowedWords.EVENTS.several(endpoint.getEventFilter().getEvents()),
                AllowedWords.STATUSES.several(endpoint.getStatusFilter().getStatuses()));
    }

    private static WebhookSettings of(WebhookOptions options, WebhookPolicy policy, String reader) {
        return new WebhookSettings(
                path(options),
                maxPayloadSize(options.getWebhookMaxPayloadSize()),
                inflight(options.getWebhookMaxInflight()),
                policy,
                options.getDropStale(),
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

    /** Returns the path of the webhook, beginning with a slash. */
    public static String path(WebhookOptions options) {
        String path = options.getWebhookPath();
        return path.startsWith("/") ? path : "/" + path;
    }

    // the reference signs with "your application key": the API key, unless another key is set for webhooks
    private static List<String> secrets(WebhookOptions options, ConnectionOptions connection) {
        List<String> tokens = tokens(options);
        if (!tokens.isEmpty()) {
            return tokens;
        }
        if (connection.getApiKey() == null) {
            throw new IllegalArgumentException("No key to verify webhooks with: set"
                    + " camel.component.cliqtel.webhookVerifyToken, or apiKey if webhooks are signed with it");
        }
        return List.of(ApiKeys.checked("apiKey", connection.getApiKey()));
    }
}
