/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

/**
 * The path below which an application serves everything, so also webhooks. A bean of this type tells it to the component; the Spring Boot
 * starter has one.
 *
 * @param path such as {@code /app}, with a slash at the beginning and none at the end; empty for none
 */
public record WebhookBasePath(String path) {

    /** Takes a slash at the end off. */
    public WebhookBasePath {
        path = path.replaceAll("/+$", "");
    }
}
