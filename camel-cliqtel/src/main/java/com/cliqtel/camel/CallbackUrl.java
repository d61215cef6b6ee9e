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
     * @throws IllegalArgumentException saying what is wrong with the external URL or the path
     */
    static Optional<URI> of(CliqtelEndpoint endpoint) {
        CliqtelComponent component = endpoint.getComponent();
        boolean plain =
                Options.first(endpoint.getConnection().getAllowPlainHttp(), component.getAllowPlainHttp(), false);
        return Optional.ofNullable(Options.first(
                        endpoint.getWebhook().getWebhookExternalUrl(), component.getWebhookExternalUrl(), null))
                .map(url -> CheckedUrl.checkedFromOutside("webhookExternalUrl", url, plain))
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

    private static URI with(URI url, String path) {
        try {
            return URI.create(url + path);
        } catch (IllegalArgumentException notAPath) {
            throw new IllegalArgumentException("webhookPath cannot be reached from outside: " + path
                    + " is no path of an address, such as /cliqtel/webhook");
        }
    }
}
