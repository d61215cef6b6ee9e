/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/**
 * Internal. Reads the fields of a JSON object. A field that is missing, null or of an unexpected type is read as null, so that a change
 * of the API doesn't lose a message. Stateless.
 */
public final class JsonFields {

    // no price and no id has more digits; writing a larger exponent as digits could take minutes
    private static final int MAX_EXPONENT = 100;

    private static final int MAX_TIME_LENGTH = 64;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private JsonFields() {}

    /** @throws IllegalArgumentException when {@code id} is missing or not a whole number greater than 0 */
    static Long id(JsonObject json) {
        Object value = json.get("id");
        BigDecimal id = value instanceof Integer || value instanceof Long
                ? BigDecimal.valueOf(((Number) value).longValue())
                : decimal(json, "id");
        try {
            if (id != null && id.signum() > 0) {
                return id.longValueExact();
            }
        } catch (ArithmeticException notWhole) {
            // reported below
        }
        throw new IllegalArgumentException("no id: a whole number greater than 0 was expected");
    }

    static String text(JsonObject json, String name) {
        return json.get(name) instanceof String text ? text : null;
    }

    static Boolean truth(JsonObject json, String name) {
        return json.get(name) instanceof Boolean truth ? truth : null;
    }

    public static Integer integer(JsonObject json, String name) {
        if (json.get(name) instanceof Integer whole) {
            return whole;
        }
        BigDecimal number = decimal(json, name);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException notWhole) {
            return null;
        }
    }

    /** Reads a number, also one written as a string: some servers write prices as strings to keep them exact. */
    static BigDecimal decimal(JsonObject json, String name) {
        Object value = json.get(name);
        try {
            BigDecimal number = value instanceof Number || value instanceof String ? exact(value) : null;
            return number != null
                            && Math.abs((long) number.precision() - number.scale()) <= MAX_EXPONENT
                            && Math.abs((long) number.scale()) <= MAX_EXPONENT
                    ? number
                    : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static BigDecimal exact(Object value) {
        if (value instanceof BigDecimal exact) {
            return exact;
        }
        if (value instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        String text = value.toString();
        return text.length() > MAX_EXPONENT ? null : new BigDecimal(text);
    }

    /** Returns a time; in UTC when it has no offset, since polling can't go past a message without a readable time. */
    static OffsetDateTime time(JsonObject json, String name) {
        return json.get(name) instanceof Number number
                ? time(number.toString(), WrittenTime::readUtc)
                : time(text(json, name), WrittenTime::readUtc);
    }

    /** Returns a time that has an offset; null without one. The time decides whether a webhook is refused, so it isn't guessed. */
    static OffsetDateTime exactTime(JsonObject json, String name) {
        return time(text(json, name), WrittenTime::read);
    }

    private static OffsetDateTime time(String text, Function<String, OffsetDateTime> reading) {
        try {
            return text == null || text.length() > MAX_TIME_LENGTH ? null : reading.apply(text.trim());
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    /** Returns a time as the API writes it: in whole seconds, with the offset {@code +00:00}. */
    static String written(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC).format(TIME);
    }

    static DeliveryStatus status(JsonObject json) {
        String word = text(json, "status");
        return word == null ? null : new DeliveryStatus(word);
    }

    static Direction direction(JsonObject json) {
        String word = text(json, "direction");
        return word == null ? null : new Direction(word);
    }

    /** @throws IllegalArgumentException when the field is not an object */
    static JsonObject object(JsonObject json, String name) {
        if (json.get(name) instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("no object in the field " + name);
    }
}
