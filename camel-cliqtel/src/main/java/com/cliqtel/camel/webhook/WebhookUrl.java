/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.net.URI;
import java.util.Optional;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelComponentOptions;
import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.account.UrlCheck;
import com.cliqtel.camel.options.OptionChecks;

/** The public address of a webhook consumer, from its options. */
public final class WebhookUrl {

    private WebhookUrl() {}

    /**
     * Its external URL and path; empty where no external URL is set.
     *
     * @throws IllegalArgumentException when the external URL or the path is wrong, or the application serves below another path
     */
    public static Optional<URI> of(CliqtelEndpoint endpoint) {
        CliqtelComponent component = endpoint.getComponent();
        boolean plain =
                OptionChecks.first(endpoint.getConnection().getAllowPlainHttp(), component.getAllowPlainHttp(), false);
        return Optional.ofNullable(OptionChecks.first(
                        endpoint.getWebhook().getWebhookExternalUrl(), component.getWebhookExternalUrl(), null))
                .map(url -> UrlCheck.checkedFromOutside("webhookExternalUrl", url, plain))
                .map(url -> servedAt(url, HttpServerPath.of(component.getCamelContext())))
                .map(url -> with(url, WebhookSettings.path(endpoint)));
    }

    /** @throws IllegalArgumentException saying what is wrong with the component's, which may have no consumer yet */
    public static void check(CliqtelComponentOptions component) {
        if (component.getWebhookExternalUrl() != null) {
            UrlCheck.checkedFromOutside(
                    "webhookExternalUrl",
                    component.getWebhookExternalUrl(),
                    OptionChecks.first(null, component.getAllowPlainHttp(), false));
        }
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
