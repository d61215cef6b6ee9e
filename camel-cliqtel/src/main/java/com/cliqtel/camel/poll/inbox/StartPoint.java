/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Where a reader begins that has no position yet. What was made before is never read. */
public sealed interface StartPoint {

    /** When the reader is started for the first time, by the server's clock. */
    record Now() implements StartPoint {}

    /** With the oldest message there is. */
    record Beginning() implements StartPoint {}

    /** At a time. */
    record Time(Instant instant) implements StartPoint {}

    /**
     * Reads the option's text.
     *
     * @param text {@code now}, {@code beginning}, or a time in ISO 8601 with an offset
     * @throws IllegalArgumentException when it is none of these
     */
    static StartPoint of(String written) {
        String text = written.trim();
        if (text.equalsIgnoreCase("now")) {
            return new Now();
        }
        if (text.equalsIgnoreCase("beginning")) {
            return new Beginning();
        }
        try {
            return new Time(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException neither) {
            throw new IllegalArgumentException("startFrom is '" + text
                    + "': now, beginning, or a time with an offset such as 2026-04-03T10:15:30Z was expected");
        }
    }
}
