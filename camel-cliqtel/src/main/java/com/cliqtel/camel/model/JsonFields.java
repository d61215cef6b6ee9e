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
import java.util.Map;
import java.util.function.Function;

/**
 * The fields of a JSON object, read tolerantly: missing, null or of an unexpected type is null, never a failure, so that
 * nothing the API adds or changes can lose a message.
 */
final class JsonFields {

    // a number of more digits than this is no price and no id; turning it into digits could take minutes
    private static final int MAX_EXPONENT = 100;

    private static final int MAX_TIME_LENGTH = 64;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private final JsonObject json;

    JsonFields(Map<String, Object> json) {
        this.json = JsonObject.copyOf(json);
    }

    /** The whole object, not modifiable. */
    JsonObject json() {
        return json;
    }

    /** @throws IllegalArgumentException when there is no readable id, without which nothing can be done */
    Long id() {
        Object value = json.get("id");
        if (value instanceof Integer || value instanceof Long) {
            return id(((Number) value).longValue());
        }
        BigDecimal id = decimal("id");
        try {
            if (id != null && id.signum() > 0) {
                return id.longValueExact();
            }
        } catch (ArithmeticException notWhole) {
            // said below
        }
        throw noId();
    }

    private static long id(long id) {
        if (id > 0) {
            return id;
        }
        throw noId();
    }

    private static IllegalArgumentException noId() {
        return new IllegalArgumentException("no id: a whole number greater than 0 was expected");
    }

    String text(String name) {
        return json.get(name) instanceof String text ? text : null;
    }

    Boolean truth(String name) {
        return json.get(name) instanceof Boolean truth ? truth : null;
    }

    Integer integer(String name) {
        if (json.get(name) instanceof Integer whole) {
            return whole;
        }
        BigDecimal number = decimal(name);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException notWhole) {
            return null;
        }
    }

    /** Takes a number, or a string of one: some servers write money as strings to keep it exact. */
    BigDecimal decimal(String name) {
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
    OffsetDateTime time(String name) {
        Object value = json.get(name);
        return value instanceof Number ? epoch(value.toString()) : time(name, WrittenTime::readUtc);
    }

    /**
     * Returns a time that has an offset; null without one. The time decides whether a webhook is refused, so it isn't guessed.
     */
    OffsetDateTime exactTime(String name) {
        return time(name, WrittenTime::read);
    }

    private static OffsetDateTime epoch(String number) {
        try {
            return WrittenTime.readUtc(number);
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private OffsetDateTime time(String name, Function<String, OffsetDateTime> reading) {
        String text = text(name);
        try {
            return text == null || text.length() > MAX_TIME_LENGTH ? null : reading.apply(text.trim());
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    /** A time as the API writes it: in whole seconds, an offset of zero not as Z. */
    static String written(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC).format(TIME);
    }

    DeliveryStatus status() {
        String word = text("status");
        return word == null ? null : new DeliveryStatus(word);
    }

    Direction direction() {
        String word = text("direction");
        return word == null ? null : new Direction(word);
    }

    /** @throws IllegalArgumentException when the field is not an object */
    @SuppressWarnings("unchecked")
    JsonFields object(String name) {
        if (json.get(name) instanceof Map<?, ?> object) {
            return new JsonFields((Map<String, Object>) object);
        }
        throw new IllegalArgumentException("no object in the field " + name);
    }
}
