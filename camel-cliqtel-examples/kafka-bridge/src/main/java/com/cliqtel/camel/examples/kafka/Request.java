/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What a record asks for, as JSON.
 *
 * @param id what names the SMS: a record that comes again with the same one is not sent again
 * @param to the recipient
 * @param body the text
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Request(String id, String to, String body) {

    /** @throws IllegalArgumentException when there is no id, which alone keeps it from being sent twice */
    void check() {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("no id: a record needs one, such as order-1234-shipped");
        }
    }

    /** Without the text and the number. */
    @Override
    public String toString() {
        return "Request[id=" + id + "]";
    }
}
