/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.time;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as HTTP headers have them (RFC 9110, section 5.6.7), such as {@code Fri, 03 Apr 2026 10:15:30 GMT}. */
public final class HttpDate {

    // the JDK's own RFC 1123 formatter writes the 3rd of a month with one digit
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    /**
     * Writes one.
     *
     * @param instant when; what is less than a second is cut off
     * @return 29 characters
     */
    public static String write(Instant instant) {
        return FORMAT.format(instant);
    }
}
