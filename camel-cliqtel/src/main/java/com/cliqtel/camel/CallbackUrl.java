/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.net.URI;
import java.util.Optional;

/** The public address of a webhook consumer, from its options. */
final class CallbackUrl {

    private CallbackUrl() {}

    /**
     * Its external URL and path; empty where no external URL is set.
     *
     * @throws IllegalArgumentException when the external URL or the path is wrong, or the application serves below another path
     */
    static Optional<URI> of(CliqtelEndpoint endpoint) {
        CliqtelComponent component = endpoint.getComponent();
        boolean plain =
                Options.first(endpoint.getConnection().getAllowPlainHttp(), component.getAllowPlainHttp(), false);
        return Optional.ofNullable(Options.first(
                        endpoint.getWebhook().getWebhookExternalUrl(), component.getWebhookExternalUrl(), null))
                .map(url -> CheckedUrl.checkedFromOutside("webhookExternalUrl", url, plain))
                .map(url -> servedAt(url, ServedPath.of(component.getCamelContext())))
                .map(url -> with(url, WebhookSettings.path(endpoint)));
    }

    /** @throws IllegalArgumentException saying what is wrong with the component's, which may have no consumer yet */
    static void check(CliqtelComponentOptions component) {
        if (component.getWebhookExternalUrl() != null) {
            CheckedUrl.checkedFromOutside(
                    "webhookExternalUrl",
                    component.getWebhookExternalUrl(),
                    Options.first(null, component.getAllowPlainHttp(), false));
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
