/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads times as servers write ISO 8601.
 *
 * <p>The API's own form, {@code 2026-04-03T10:15:30+00:00}, is read digit by digit, which takes a tenth of a formatter's time.
 * Each answer has two times. Also read are a blank for {@code T}, fractions of a second, offsets such as {@code Z},
 * {@code +0000}, {@code +00}, {@code UTC} and {@code GMT} with or without a blank before them, lower-case letters, slashes in the
 * date and a comma before the fraction, and the date of HTTP headers (RFC 1123). A number is a time too where no offset is needed:
 * seconds since 1970, or milliseconds. Stateless.
 */
final class WrittenTime {

    private static final String FORM = "0000-00-00T00:00:00+00:00";
    private static final int SIGN = 19;

    // seconds since 1970, or milliseconds where there are too many
    private static final Pattern EPOCH = Pattern.compile("[0-9]{9,13}(\\.[0-9]{1,9})?");
    private static final BigDecimal LEAST_MILLIS = BigDecimal.valueOf(100_000_000_000L);

    private static final DateTimeFormatter OTHER_FORMS = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][ ]")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[ ][XXXXX][xx][x]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    private WrittenTime() {}

    /** @throws DateTimeException when the text is not a time, or has no offset */
    static OffsetDateTime read(String text) {
        return isOfTheForm(text) ? digits(text) : form(text).parse(zulu(text), OffsetDateTime::from);
    }

    /**
     * Reads a time with or without an offset. Without an offset it is in UTC, as all times in the API's reference are.
     *
     * @throws DateTimeException when the text is not a time
     */
    static OffsetDateTime readUtc(String text) {
        if (isOfTheForm(text)) {
            return digits(text);
        }
        if (EPOCH.matcher(text).matches()) {
            return epoch(new BigDecimal(text));
        }
        TemporalAccessor time = form(text).parseBest(zulu(text), OffsetDateTime::from, LocalDateTime::from);
        return time instanceof LocalDateTime local ? local.atOffset(ZoneOffset.UTC) : (OffsetDateTime) time;
    }

    private static OffsetDateTime epoch(BigDecimal number) {
        BigDecimal millis = number.compareTo(LEAST_MILLIS) < 0 ? number.movePointRight(3) : number;
        return Instant.ofEpochMilli(millis.longValue()).atOffset(ZoneOffset.UTC);
    }

    private static DateTimeFormatter form(String text) {
        return !text.isEmpty() && Character.isLetter(text.charAt(0))
                ? DateTimeFormatter.RFC_1123_DATE_TIME
                : OTHER_FORMS;
    }

    private static String zulu(String written) {
        if (!written.isEmpty() && Character.isLetter(written.charAt(0))) {
            return written;
        }
        String text = written.replace('/', '-').replace(',', '.');
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.endsWith("UTC") || upper.endsWith("GMT") ? text.substring(0, text.length() - 3) + "Z" : text;
    }

    private static boolean isOfTheForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            boolean fits = FORM.charAt(i) == '0' ? c >= '0' && c <= '9' : c == FORM.charAt(i) || i == SIGN && c == '-';
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static OffsetDateTime digits(String text) {
        int sign = text.charAt(SIGN) == '-' ? -1 : 1;
        return OffsetDateTime.of(
                LocalDateTime.of(
                        two(text, 0) * 100 + two(text, 2),
                        two(text, 5),
                        two(text, 8),
                        two(text, 11),
                        two(text, 14),
                        two(text, 17)),
                ZoneOffset.ofHoursMinutes(sign * two(text, 20), sign * two(text, 23)));
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }
}
