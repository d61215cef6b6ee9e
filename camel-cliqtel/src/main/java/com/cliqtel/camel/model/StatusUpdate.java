/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A delivery report: the status of one SMS changed (the reference's section "Delivery Status Webhooks").
 *
 * <p>A field that the API leaves out is null. A report never has the text or the carrier.
 */
public final class StatusUpdate extends WebhookContent {

    /** The event's name in the reference. */
    public static final String EVENT = "sms.status_updated";

    private static final long serialVersionUID = 1L;

    private static final List<String> REPORTED = List.of(
            "id", "from", "to", "direction", "status", "segments", "cost", "currency", "created_at", "updated_at");

    private StatusUpdate(Map<String, ?> json) {
        super(json);
    }

    /**
     * Creates a view over the JSON of a status webhook.
     *
     * @param json the whole envelope; it is copied
     * @throws IllegalArgumentException when {@code data} is not an object, or its {@code id} is not a whole number greater
     *     than 0
     */
    public static StatusUpdate of(Map<String, Object> json) {
        StatusUpdate update = new StatusUpdate(json);
        update.id();
        return update;
    }

    /**
     * Creates the report that a webhook would have sent for a message. A field that the message doesn't have is left out.
     *
     * @param sms the message as the API returned it
     * @param seenAt when the API returned it, by the server's clock
     */
    public static StatusUpdate seen(Sms sms, Instant seenAt) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (String field : REPORTED) {
            Object value = sms.json.get(field);
            if (value != null) {
                data.put(field, value);
            }
        }
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("event", EVENT);
        envelope.put("data", data);
        envelope.put("timestamp", JsonFields.written(seenAt));
        return of(envelope);
    }

    private JsonObject data() {
        return JsonFields.object(json, "data");
    }

    /** Returns the id of the message, the same as the send returned; never null. */
    public Long id() {
        return JsonFields.id(data());
    }

    /** Returns the sender. */
    public String from() {
        return JsonFields.text(data(), "from");
    }

    /** Returns the recipient. */
    public String to() {
        return JsonFields.text(data(), "to");
    }

    /** Returns {@code outbound}. */
    public Direction direction() {
        return JsonFields.direction(data());
    }

    /** Returns the new delivery status. */
    public DeliveryStatus status() {
        return JsonFields.status(data());
    }

    /** Returns the number of segments. */
    public Integer segments() {
        return JsonFields.integer(data(), "segments");
    }

    /** Returns the cost of all segments, in {@link #currency()}. */
    public BigDecimal cost() {
        return JsonFields.decimal(data(), "cost");
    }

    /** Returns the ISO 4217 code of the cost's currency. */
    public String currency() {
        return JsonFields.text(data(), "currency");
    }

    /** Returns when the API accepted the message, by the server's clock. */
    public OffsetDateTime createdAt() {
        return JsonFields.time(data(), "created_at");
    }

    /** Returns when the status changed, by the server's clock. */
    public OffsetDateTime updatedAt() {
        return JsonFields.time(data(), "updated_at");
    }

    /** Returns a description with the id, the status and its time only. */
    @Override
    public String toString() {
        return "StatusUpdate[id=" + id() + ", status=" + status() + ", updatedAt=" + updatedAt() + "]";
    }

    @Override
    public int hashCode() {
        return Objects.hash(id(), status());
    }
}
