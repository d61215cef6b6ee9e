/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.util.Map;
import java.util.Objects;

/** A webhook event of a type that this version doesn't know. Read its content from {@link #json()}. */
public final class WebhookEvent extends WebhookContent {

    private static final long serialVersionUID = 1L;

    private WebhookEvent(Map<String, ?> json) {
        super(json);
    }

    /**
     * Creates a view over the JSON of a webhook.
     *
     * @param json the whole envelope; it is copied
     * @throws IllegalArgumentException when the event's name is missing or blank
     */
    public static WebhookEvent of(Map<String, Object> json) {
        WebhookEvent event = new WebhookEvent(json);
        if (event.event() == null || event.event().isBlank()) {
            throw new IllegalArgumentException("no event: the name of one was expected");
        }
        return event;
    }

    /** Returns a description without the content, which may be personal data. */
    @Override
    public String toString() {
        return "WebhookEvent[event=" + event() + ", timestamp=" + timestamp() + "]";
    }

    @Override
    public int hashCode() {
        return Objects.hash(event(), timestamp());
    }
}
