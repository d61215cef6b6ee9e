/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a date in an HTTP header, in each of the three forms of RFC 9110, section 5.6.7: IMF-fixdate, RFC 850 and asctime.
 *
 * <p>Also reads what servers write instead: {@code UTC} or a numeric offset for {@code GMT}, a wrong day of the week or none, and
 * ISO 8601. Stateless.
 */
final class HttpDate {

    private static final int MAX_LENGTH = 64;
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    // RFC 9110: a year of two digits that is more than 50 years in the future means a year in the past
    private static final LocalDate FIRST_OF_TWO_DIGITS = LocalDate.now().minusYears(49);

    private static final DateTimeFormatter HTTP = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("[d[ ][-]MMM[ ][-]][MMM d HH:mm:ss ]")
            .appendValueReduced(ChronoField.YEAR, 2, 4, FIRST_OF_TWO_DIGITS)
            .appendPattern("[ HH:mm:ss][ ]['GMT']['UTC']['UT']['Z'][xx]")
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT);

    private HttpDate() {}

    /** Empty when the text is not a date, or is null. */
    static Optional<Instant> read(String text) {
        if (text == null || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String date = withoutDay(text.trim()).replaceAll("[ \\t]+", " ");
        return read(date, HTTP).or(() -> read(date, DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    private static Optional<Instant> read(String date, DateTimeFormatter form) {
        try {
            return Optional.of(Instant.from(form.parse(date)));
        } catch (DateTimeException notOfThisForm) {
            return Optional.empty();
        }
    }

    // the day of the week is ignored, since a server with a wrong one means the date
    private static String withoutDay(String date) {
        String lower = date.toLowerCase(Locale.ROOT);
        if (DAYS.stream().noneMatch(lower::startsWith)) {
            return date;
        }
        int end = 0;
        while (end < date.length() && Character.isLetter(date.charAt(end))) {
            end++;
        }
        while (end < date.length() && ", ".indexOf(date.charAt(end)) >= 0) {
            end++;
        }
        return date.substring(end);
    }
}
