/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.time.OffsetDateTime;

/**
 * Which messages to list (the reference's section "List Messages"); null means no restriction.
 *
 * <p>Addresses are carried as they came: an inbound sender can be a short code or a name.
 *
 * @param direction {@code inbound} or {@code outbound}
 * @param status such as {@code delivered}
 * @param numberId the id of one of the account's numbers
 * @param from the sender
 * @param to the recipient
 * @param since only messages after this time
 */
public record SmsQuery(
        Direction direction, DeliveryStatus status, Long numberId, String from, String to, OffsetDateTime since) {

    /** Without the addresses. */
    @Override
    public String toString() {
        return "SmsQuery[direction=" + direction + ", status=" + status + ", numberId=" + numberId + ", from="
                + MaskedDigits.masked(from) + ", to=" + MaskedDigits.masked(to) + ", since=" + since + "]";
    }
}
