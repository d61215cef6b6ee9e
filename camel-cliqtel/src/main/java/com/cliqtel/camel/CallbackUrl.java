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
     * @throws IllegalArgumentException saying what is wrong with the external URL
     */
    static Optional<URI> of(CliqtelEndpoint endpoint) {
        CliqtelComponent component = endpoint.getComponent();
        boolean plain =
                Options.first(endpoint.getConnection().getAllowPlainHttp(), component.getAllowPlainHttp(), false);
        return Optional.ofNullable(Options.first(
                        endpoint.getWebhook().getWebhookExternalUrl(), component.getWebhookExternalUrl(), null))
                .map(url -> CheckedUrl.checked("webhookExternalUrl", url, plain))
                .map(url -> URI.create(url + WebhookSettings.path(endpoint)));
    }
}
