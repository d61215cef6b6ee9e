/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes times in the API's format, such as {@code 2026-04-03T10:15:30+00:00}: UTC, in whole seconds. */
final class ApiTimes {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

    private ApiTimes() {}

    static String write(Instant instant) {
        return FORMAT.format(instant);
    }
}
