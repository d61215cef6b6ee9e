/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.time.OffsetDateTime;
import java.util.Map;

/** The content of a webhook: a {@link StatusUpdate}, or a {@link WebhookEvent} of a type that this version doesn't know. */
public abstract sealed class WebhookContent extends ApiObject permits StatusUpdate, WebhookEvent {

    private static final long serialVersionUID = 1L;

    WebhookContent(Map<String, ?> json) {
        super(json);
    }

    /**
     * Creates a view over the JSON of a webhook.
     *
     * @param json the whole envelope; it is copied
     * @return a {@link StatusUpdate} for the event {@value StatusUpdate#EVENT}, a {@link WebhookEvent} for any other
     * @throws IllegalArgumentException when the event's name is missing, or a status update has no message id
     */
    public static WebhookContent of(Map<String, Object> json) {
        JsonObject copy = ImmutableJson.copyOf(json);
        return StatusUpdate.EVENT.equals(copy.get("event")) ? StatusUpdate.of(copy) : WebhookEvent.of(copy);
    }

    /** Returns the event's name, such as {@value StatusUpdate#EVENT}; never null. */
    public final String event() {
        return JsonFields.text(json, "event");
    }

    /** Returns when the event happened, by the server's clock; null if it is missing or has no offset from UTC. */
    public final OffsetDateTime timestamp() {
        return JsonFields.exactTime(json, "timestamp");
    }
}
