/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A webhook event of a kind this version doesn't know: its name, its time, and its JSON, whole.
 *
 * @param event the event's name as it came
 * @param timestamp when it happened; null when left out or unreadable
 * @param json the whole envelope
 */
public record WebhookEvent(String event, OffsetDateTime timestamp, Map<String, Object> json) implements WebhookContent {

    /** Copies the JSON, with all that it holds. */
    public WebhookEvent {
        json = JsonObject.copyOf(json);
    }

    /** Views the envelope of a webhook. */
    static WebhookEvent of(JsonFields envelope) {
        return new WebhookEvent(envelope.text("event"), envelope.exactTime("timestamp"), envelope.json());
    }

    /** Without the content, which this version cannot tell from personal data. */
    @Override
    public String toString() {
        return "WebhookEvent[event=" + event + ", timestamp=" + timestamp + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebhookEvent that && JsonEquality.both(parts(), that.parts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(event, timestamp);
    }

    private List<Object> parts() {
        return Arrays.asList(event, timestamp, json);
    }
}
