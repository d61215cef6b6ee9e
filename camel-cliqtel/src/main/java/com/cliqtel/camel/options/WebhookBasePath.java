/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

/**
 * The path below which an application serves everything, including webhooks. The component reads it from a bean of this type;
 * the Spring Boot starter provides one.
 *
 * @param path such as {@code /app}, with a slash at the beginning and none at the end; empty for none
 */
public record WebhookBasePath(String path) {

    /** Removes a slash at the end. */
    public WebhookBasePath {
        path = path.replaceAll("/+$", "");
    }
}
