/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The JSON of a record: an SMS to send.
 *
 * @param id the idempotency key: a second record with the same id is not sent again
 * @param to the recipient
 * @param body the text
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SmsRequest(String id, String to, String body) {

    /** @throws IllegalArgumentException if there is no id, without which a repeated record would be sent twice */
    void check() {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("no id: a record needs one, such as order-1234-shipped");
        }
    }

    /** Without the text and the number. */
    @Override
    public String toString() {
        return "SmsRequest[id=" + id + "]";
    }
}
