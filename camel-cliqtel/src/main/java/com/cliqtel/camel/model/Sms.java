/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One SMS as the API reports it, sent or received.
 *
 * <p>Immutable. What the API left out is null (lists show no {@code updated_at}). Addresses are carried as they came:
 * an inbound sender can be a short code or a name.
 *
 * @param id the message's id, unique in the account
 * @param from the sender as it came
 * @param to the recipient as it came
 * @param body the text
 * @param direction {@code outbound} or {@code inbound}
 * @param status how far it has come
 * @param segments how many parts it is sent as, each charged
 * @param cost what it costs, in {@code currency}
 * @param currency ISO 4217 code of the cost
 * @param carrier who carries it
 * @param createdAt when the API accepted it
 * @param updatedAt when its status last changed
 * @param json the JSON object it came as
 */
public record Sms(
        Long id,
        String from,
        String to,
        String body,
        Direction direction,
        DeliveryStatus status,
        Integer segments,
        BigDecimal cost,
        String currency,
        String carrier,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        Map<String, Object> json)
        implements ApiObject {

    /** Copies the JSON, with all that it holds. */
    public Sms {
        json = JsonObject.copyOf(json);
    }

    /**
     * Views a message object of the API.
     *
     * @param json with the API's field names; fields that are missing, or of another type than expected, are null here
     * @throws IllegalArgumentException when there is no readable {@code id}
     */
    public static Sms of(Map<String, Object> json) {
        JsonFields data = new JsonFields(json);
        return new Sms(
                data.id(),
                data.text("from"),
                data.text("to"),
                data.text("body"),
                data.direction(),
                data.status(),
                data.integer("segments"),
                data.decimal("cost"),
                data.text("currency"),
                data.text("carrier"),
                data.time("created_at"),
                data.time("updated_at"),
                data.json());
    }

    /** Without the text, and with masked numbers. */
    @Override
    public String toString() {
        return "Sms[id=" + id + ", direction=" + direction + ", status=" + status + ", from="
                + MaskedDigits.masked(from) + ", to=" + MaskedDigits.masked(to) + ", segments=" + segments
                + ", createdAt=" + createdAt + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sms that && JsonEquality.both(parts(), that.parts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, status);
    }

    private List<Object> parts() {
        return Arrays.asList(
                id, from, to, body, direction, status, segments, cost, currency, carrier, createdAt, updatedAt, json);
    }
}
