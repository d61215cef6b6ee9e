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
import com.cliqtel.camel.model.PhoneNumber;

/** Reads input values as the types that calls need. Each method refuses a wrong value and says what is expected. */
public final class InputParsers {

    private static final Map<Class<?>, Function<Object, OffsetDateTime>> TIMES = Map.of(
            OffsetDateTime.class, OffsetDateTime.class::cast,
            Instant.class, time -> ((Instant) time).atOffset(ZoneOffset.UTC),
            ZonedDateTime.class, time -> ((ZonedDateTime) time).toOffsetDateTime());

    private InputParsers() {}

    /** An idempotency key: any text that isn't blank. */
    public static String key(InputValue given) {
        String key = given.text();
        if (key.isBlank()) {
            throw new IllegalArgumentException(
                    "the idempotency key is blank: leave the header out, or set it to what names this SMS alone");
        }
        return key;
    }

    public static String text(InputValue given) {
        return given.text().trim();
    }

    /** A filter by address: a phone number as people write it in E.164 form; anything else, such as a name, as it is. */
    public static String address(InputValue given) {
        String text = text(given);
        try {
            return PhoneNumber.written(text).e164();
        } catch (IllegalArgumentException noPhoneNumber) {
            return text;
        }
    }

    public static long id(InputValue given) {
        return whole(given, "an id", 1, Long.MAX_VALUE);
    }

    public static int page(InputValue given) {
        return (int) whole(given, "a page", 1, Integer.MAX_VALUE);
    }

    public static int perPage(InputValue given) {
        return (int) whole(given, "a page's size", 1, 100);
    }

    public static OffsetDateTime time(InputValue given) {
        Function<Object, OffsetDateTime> known = TIMES.get(given.value().getClass());
        try {
            if (known != null) {
                return known.apply(given.value());
            }
            return given.value() instanceof Date date
                    ? Instant.ofEpochMilli(date.getTime()).atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(given.text().trim());
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException("'" + shown(given) + "' is not a time: write ISO 8601 with an offset,"
                    + " such as 2026-04-03T10:15:30+00:00");
        }
    }

    private static long whole(InputValue given, String what, long least, long most) {
        String atMost = most == Long.MAX_VALUE || most == Integer.MAX_VALUE ? "" : " and at most " + most;
        String text = given.text().trim();
        try {
            long value = given.value() instanceof Number ? new BigDecimal(text).longValueExact() : Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (ArithmeticException | NumberFormatException notANumber) {
            // said below
        }
        throw new IllegalArgumentException(
                "'" + shown(given) + "' is not " + what + ": a whole number, at least " + least + atMost);
    }

    private static String shown(InputValue given) {
        String text = given.text();
        return text.length() <= 6 ? text : MaskedDigits.masked(text);
    }
}
