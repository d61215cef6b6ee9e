/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.net.URI;
import java.util.Optional;

import com.cliqtel.camel.account.UrlCheck;
import com.cliqtel.camel.options.ConnectionOptions;
import com.cliqtel.camel.options.EndpointOptions;
import com.cliqtel.camel.options.WebhookOptions;

/** The public address of a webhook consumer, from its options. */
public final class WebhookUrl {

    private WebhookUrl() {}

    /**
     * Returns the external URL with the path; empty if no external URL is set.
     *
     * @throws IllegalArgumentException when the external URL or the path is wrong, or the application serves below another path
     */
    public static Optional<URI> of(EndpointOptions endpoint) {
        WebhookOptions options = endpoint.getWebhook();
        return external(options, endpoint.getConnection())
                .map(url -> servedAt(url, HttpServerPath.of(endpoint.getCamelContext())))
                .map(url -> with(url, WebhookSettings.path(options)));
    }

    /** @throws IllegalArgumentException when the external URL is not valid */
    public static Optional<URI> external(WebhookOptions options, ConnectionOptions connection) {
        return Optional.ofNullable(options.getWebhookExternalUrl())
                .map(url -> UrlCheck.checkedFromOutside("webhookExternalUrl", url, connection.getAllowPlainHttp()));
    }

    private static URI servedAt(URI url, String base) {
        if (!url.getPath().endsWith(base)) {
            throw new IllegalArgumentException(
                    "webhookExternalUrl cannot be used: this application serves webhooks below the path "
                            + base + ", and the URL doesn't end with it. Add it, such as https://shop.example.com"
                            + base
                            + ". If a proxy adds the path, set statusCallbackUrl to the webhook's public address instead");
        }
        return url;
    }

    private static URI with(URI url, String path) {
        try {
            return URI.create(url + path);
        } catch (IllegalArgumentException notAPath) {
            throw new IllegalArgumentException("webhookPath cannot be reached from outside: " + path
                    + " is no path of an address, such as /cliqtel/webhook");
        }
    }
}
