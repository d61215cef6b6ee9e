/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.math.BigDecimal;
import java.time.Instant;

import com.cliqtel.camel.simulator.text.Segments;

/**
 * A message of the account, as it was when it was asked for: a change makes another record.
 *
 * @param id its number, unique in the account, ascending
 * @param numberId the id of the account's number that sent or received it
 * @param from the sender
 * @param to the recipient
 * @param body the text
 * @param direction which way it goes
 * @param status how far it has come
 * @param segments 1 or more
 * @param cost in the currency; 0 for inbound ones
 * @param currency an ISO 4217 code
 * @param carrier the carrier's name
 * @param createdAt when it was accepted or received, in whole seconds as the API tells it
 * @param updatedAt when its status changed last, in whole seconds
 * @param statusCallbackUrl where its status changes are reported; null for nowhere
 */
public record Message(
        long id,
        long numberId,
        String from,
        String to,
        String body,
        Direction direction,
        Status status,
        int segments,
        BigDecimal cost,
        String currency,
        String carrier,
        Instant createdAt,
        Instant updatedAt,
        String statusCallbackUrl) {

    private static final String CARRIER = "didfarm";

    /** Sent by a number of the account, and queued. */
    static Message outbound(long id, AccountNumber number, SendRequest request, Charge charge, Instant at) {
        return new Message(
                id,
                number.id(),
                number.number(),
                request.to(),
                request.body(),
                Direction.OUTBOUND,
                Status.QUEUED,
                charge.segments(),
                charge.cost(),
                Tariff.CURRENCY,
                CARRIER,
                at,
                at,
                request.statusCallbackUrl());
    }

    /** Received by a number of the account, free of charge. */
    static Message inbound(long id, AccountNumber number, String from, String text, Instant at) {
        return new Message(
                id,
                number.id(),
                from,
                number.number(),
                text,
                Direction.INBOUND,
                Status.DELIVERED,
                Segments.of(text),
                BigDecimal.ZERO,
                Tariff.CURRENCY,
                CARRIER,
                at,
                at,
                null);
    }

    /** Returns the same message with the sender, the recipient and the text in another form. */
    Message stored(StoredForm form) {
        return new Message(
                id,
                numberId,
                form.sender().apply(from),
                form.recipient().apply(to),
                form.text().apply(body),
                direction,
                status,
                segments,
                cost,
                currency,
                carrier,
                createdAt,
                updatedAt,
                statusCallbackUrl);
    }

    Message changed(Status newStatus, Instant at) {
        return new Message(
                id,
                numberId,
                from,
                to,
                body,
                direction,
                newStatus,
                segments,
                cost,
                currency,
                carrier,
                createdAt,
                at,
                statusCallbackUrl);
    }
}
