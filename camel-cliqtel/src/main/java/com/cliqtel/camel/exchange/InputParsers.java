/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.function.Function;

import com.cliqtel.camel.model.MaskedDigits;
import com.cliqtel.camel.text.PhoneNumber;

/** Reads input values as the types that calls need. Each method refuses a wrong value and says what is expected. */
public final class InputParsers {

    private static final Map<Class<?>, Function<Object, OffsetDateTime>> TIMES = Map.of(
            OffsetDateTime.class, OffsetDateTime.class::cast,
            Instant.class, time -> ((Instant) time).atOffset(ZoneOffset.UTC),
            ZonedDateTime.class, time -> ((ZonedDateTime) time).toOffsetDateTime());

    private InputParsers() {}

    /** Reads an idempotency key: a text that isn't blank. */
    public static String key(InputValue input) {
        String key = input.text();
        if (key.isBlank()) {
            throw new IllegalArgumentException(
                    "the idempotency key is blank: leave the header out, or set it to a text that identifies this SMS");
        }
        return key;
    }

    /** Reads a text without blanks around it. */
    public static String text(InputValue input) {
        return input.text().trim();
    }

    /** Reads a filter by address. A phone number is returned in E.164 form, and any other text, such as a name, unchanged. */
    public static String address(InputValue input) {
        String text = text(input);
        try {
            return PhoneNumber.written(text).e164();
        } catch (IllegalArgumentException noPhoneNumber) {
            return text;
        }
    }

    /** Reads an id: a whole number of at least 1. */
    public static long id(InputValue input) {
        return whole(input, "an id", 1, Long.MAX_VALUE);
    }

    /** Reads the number of a page, from 1. */
    public static int page(InputValue input) {
        return (int) whole(input, "a page", 1, Integer.MAX_VALUE);
    }

    /** Reads the size of a page: 1 to 100. */
    public static int perPage(InputValue input) {
        return (int) whole(input, "a page's size", 1, 100);
    }

    /** Reads a time object, or a text in ISO 8601 format with an offset. */
    public static OffsetDateTime time(InputValue input) {
        Function<Object, OffsetDateTime> converter = TIMES.get(input.value().getClass());
        try {
            if (converter != null) {
                return converter.apply(input.value());
            }
            return input.value() instanceof Date date
                    ? Instant.ofEpochMilli(date.getTime()).atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(input.text().trim());
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException("'" + shown(input) + "' is not a time: write ISO 8601 with an offset,"
                    + " such as 2026-04-03T10:15:30+00:00");
        }
    }

    private static long whole(InputValue input, String what, long least, long most) {
        String atMost = most == Long.MAX_VALUE || most == Integer.MAX_VALUE ? "" : " and at most " + most;
        String text = input.text().trim();
        try {
            long value = input.value() instanceof Number ? new BigDecimal(text).longValueExact() : Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (ArithmeticException | NumberFormatException notANumber) {
            // refused below
        }
        throw new IllegalArgumentException(
                "'" + shown(input) + "' is not " + what + ": a whole number, at least " + least + atMost);
    }

    private static String shown(InputValue input) {
        String text = input.text();
        return text.length() <= 6 ? text : MaskedDigits.masked(text);
    }
}
