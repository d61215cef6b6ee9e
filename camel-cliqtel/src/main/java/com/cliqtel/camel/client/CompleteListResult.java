/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Instant;
import java.util.Collection;

import com.cliqtel.camel.model.Sms;

/**
 * The result of reading all pages of a list.
 *
 * @param messages the wanted messages, each once, in the API's order
 * @param shown the number of messages, wanted or not
 * @param total the total that the list reported when its last reading began; 0 for none
 * @param skipped the number of rows that could not be read at the last reading
 * @param date the server's time of that reading; null if unknown
 */
public record CompleteListResult(Collection<Sms> messages, int shown, int total, int skipped, Instant date) {

    /** Returns whether the list reported more rows than it showed, at every reading. Unreadable rows count as shown. */
    public boolean isPart() {
        return shown + skipped < total;
    }

    /** The numbers only. */
    @Override
    public String toString() {
        return "Listed[" + messages.size() + " wanted, " + shown + " of " + total + " shown]";
    }
}
