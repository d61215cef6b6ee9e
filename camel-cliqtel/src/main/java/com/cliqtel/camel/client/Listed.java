/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Instant;
import java.util.Collection;

import com.cliqtel.camel.model.Sms;

/**
 * What a list showed when all its pages were read.
 *
 * @param messages those that were wanted, each once, in the API's order
 * @param shown how many there were, wanted or not
 * @param total how many the list said it has, when its last reading began; 0 when it didn't say
 * @param skipped how many rows could not be read when it was last read
 * @param date when that was, by the server's clock; null when it didn't say
 */
public record Listed(Collection<Sms> messages, int shown, int total, int skipped, Instant date) {

    /** Whether the list said that it has more rows than it showed, readable or not, however often it was read. */
    public boolean isPart() {
        return shown + skipped < total;
    }

    /** The numbers only. */
    @Override
    public String toString() {
        return "Listed[" + messages.size() + " wanted, " + shown + " of " + total + " shown]";
    }
}
