/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A delivery report: the status of one SMS changed (the reference's section "Delivery Status Webhooks").
 *
 * <p>Immutable. What the API left out is null; a report never carries the text or the carrier.
 *
 * @param event {@code sms.status_updated}
 * @param timestamp when the report was made, by the server's clock
 * @param id the message's id, the one that sending it returned
 * @param from the sender as it came
 * @param to the recipient as it came
 * @param direction {@code outbound}
 * @param status what the status changed to
 * @param segments how many parts it was sent as
 * @param cost what it cost, in {@code currency}
 * @param currency ISO 4217 code of the cost
 * @param createdAt when the message was accepted
 * @param updatedAt when the status changed
 * @param json the whole envelope as it came
 */
public record StatusUpdate(
        String event,
        OffsetDateTime timestamp,
        Long id,
        String from,
        String to,
        Direction direction,
        DeliveryStatus status,
        Integer segments,
        BigDecimal cost,
        String currency,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        Map<String, Object> json)
        implements WebhookContent {

    /** The event's name in the reference. */
    public static final String EVENT = "sms.status_updated";

    private static final List<String> REPORTED = List.of(
            "id", "from", "to", "direction", "status", "segments", "cost", "currency", "created_at", "updated_at");

    /** Copies the JSON, with all that it holds. */
    public StatusUpdate {
        json = JsonObject.copyOf(json);
    }

    /** Views the envelope of a status webhook. */
    static StatusUpdate of(JsonFields envelope) {
        JsonFields data = envelope.object("data");
        return new StatusUpdate(
                envelope.text("event"),
                envelope.exactTime("timestamp"),
                data.id(),
                data.text("from"),
                data.text("to"),
                data.direction(),
                data.status(),
                data.integer("segments"),
                data.decimal("cost"),
                data.text("currency"),
                data.time("created_at"),
                data.time("updated_at"),
                envelope.json());
    }

    /**
     * The report that a webhook would have made of a message, as far as the message tells: what is not known of it is left
     * out.
     *
     * @param sms the message as it was seen
     * @param seenAt when it was seen, by the server's clock
     */
    public static StatusUpdate seen(Sms sms, Instant seenAt) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (String field : REPORTED) {
            Object value = sms.json().get(field);
            if (value != null) {
                data.put(field, value);
            }
        }
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("event", EVENT);
        envelope.put("data", data);
        envelope.put("timestamp", JsonFields.written(seenAt));
        return of(new JsonFields(envelope));
    }

    /** The id and the status only. */
    @Override
    public String toString() {
        return "StatusUpdate[id=" + id + ", status=" + status + ", updatedAt=" + updatedAt + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatusUpdate that && JsonEquality.both(parts(), that.parts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, status);
    }

    private List<Object> parts() {
        return Arrays.asList(
                event, timestamp, id, from, to, direction, status, segments, cost, currency, createdAt, updatedAt,
                json);
    }
}
