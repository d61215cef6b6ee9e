/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.time.OffsetDateTime;

import com.cliqtel.camel.model.DeliveryStatus;
import com.cliqtel.camel.model.Direction;
import com.cliqtel.camel.model.MaskedDigits;

/**
 * The filters of a list request (the reference's section "List Messages"). A filter that is null is not used.
 *
 * <p>Sender and recipient are not changed: the sender of an inbound SMS can be a short code or a name.
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

    /** Returns a description with masked numbers. */
    @Override
    public String toString() {
        return "SmsQuery[direction=" + direction + ", status=" + status + ", numberId=" + numberId + ", from="
                + MaskedDigits.masked(from) + ", to=" + MaskedDigits.masked(to) + ", since=" + since + "]";
    }
}
