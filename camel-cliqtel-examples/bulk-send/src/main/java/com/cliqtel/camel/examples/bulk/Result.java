/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.math.BigDecimal;

import com.cliqtel.camel.model.Sms;

/**
 * What came of a row.
 *
 * @param state {@code sent}, {@code refused} or {@code open}
 * @param message the id of the SMS; null when not sent
 * @param to its recipient; null when not sent
 * @param segments how many it takes; null when not sent
 * @param cost in {@code currency}; null when not sent
 * @param currency an ISO 4217 code; null when not sent
 * @param reason why it was refused; null otherwise
 */
record Result(
        String state, Long message, String to, Integer segments, BigDecimal cost, String currency, String reason) {

    /** Not sent yet: not tried, or without an answer to rely on. */
    static final Result OPEN = new Result("open", null, null, null, null, null, null);

    static Result sent(Sms sms) {
        return new Result("sent", sms.id(), sms.to(), sms.segments(), sms.cost(), sms.currency(), null);
    }

    static Result refused(String reason) {
        return new Result("refused", null, null, null, null, null, reason);
    }
}
