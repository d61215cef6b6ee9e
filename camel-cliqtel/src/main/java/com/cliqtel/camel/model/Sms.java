/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;

/**
 * One SMS as the API reports it, sent or received.
 *
 * <p>A field that the API leaves out is null; for example, lists have no {@code updated_at}. Sender and recipient are unchanged:
 * the sender of an inbound SMS can be a short code or a name.
 */
public final class Sms extends ApiObject {

    private static final long serialVersionUID = 1L;

    private Sms(Map<String, ?> json) {
        super(json);
    }

    /**
     * Creates a view over a message object of the API.
     *
     * @param json the fields by the API's names; it is copied
     * @throws IllegalArgumentException when {@code id} is missing or not a whole number greater than 0
     */
    public static Sms of(Map<String, Object> json) {
        Sms sms = new Sms(json);
        JsonFields.id(sms.json);
        return sms;
    }

    /** Returns the message's id, unique in the account; never null. */
    public Long id() {
        return JsonFields.id(json);
    }

    /** Returns the sender. */
    public String from() {
        return JsonFields.text(json, "from");
    }

    /** Returns the recipient. */
    public String to() {
        return JsonFields.text(json, "to");
    }

    /** Returns the text. */
    public String body() {
        return JsonFields.text(json, "body");
    }

    /** Returns {@code outbound} or {@code inbound}. */
    public Direction direction() {
        return JsonFields.direction(json);
    }

    /** Returns the delivery status. */
    public DeliveryStatus status() {
        return JsonFields.status(json);
    }

    /** Returns the number of segments; each one is charged. */
    public Integer segments() {
        return JsonFields.integer(json, "segments");
    }

    /** Returns the cost of all segments, in {@link #currency()}. */
    public BigDecimal cost() {
        return JsonFields.decimal(json, "cost");
    }

    /** Returns the ISO 4217 code of the cost's currency. */
    public String currency() {
        return JsonFields.text(json, "currency");
    }

    /** Returns the name of the carrier. */
    public String carrier() {
        return JsonFields.text(json, "carrier");
    }

    /** Returns when the API accepted the message, by the server's clock. */
    public OffsetDateTime createdAt() {
        return JsonFields.time(json, "created_at");
    }

    /** Returns when the status last changed, by the server's clock. */
    public OffsetDateTime updatedAt() {
        return JsonFields.time(json, "updated_at");
    }

    /** Returns a description without the text, and with masked numbers. */
    @Override
    public String toString() {
        return "Sms[id=" + id() + ", direction=" + direction() + ", status=" + status() + ", from="
                + MaskedDigits.masked(from()) + ", to=" + MaskedDigits.masked(to()) + ", segments=" + segments()
                + ", createdAt=" + createdAt() + "]";
    }

    @Override
    public int hashCode() {
        return Objects.hash(id(), status());
    }
}
