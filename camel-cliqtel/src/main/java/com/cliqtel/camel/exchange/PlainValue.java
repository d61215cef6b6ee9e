/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import java.io.File;
import java.lang.reflect.Array;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.UUID;

import com.cliqtel.camel.model.DeliveryStatus;
import com.cliqtel.camel.model.Direction;
import com.cliqtel.camel.text.PhoneNumber;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConverter;
import org.apache.camel.WrappedFile;

/** Reads header and field values of any type as text, number or time. Never uses the {@code toString()} of an array or an unknown type. */
public final class PlainValue {

    /** The types with a {@code toString()} that is their value. */
    private static final Set<Class<?>> SIMPLE_TYPES = Set.of(
            Number.class,
            Boolean.class,
            Character.class,
            TemporalAccessor.class,
            Date.class,
            UUID.class,
            URI.class,
            URL.class,
            Direction.class,
            DeliveryStatus.class);

    /** The types that refer to content, such as a file or a stream. It is not read for a header. */
    private static final Set<Class<?>> CONTENT_TYPES =
            Set.of(AutoCloseable.class, StreamCache.class, WrappedFile.class, File.class, Path.class);

    private PlainValue() {}

    /**
     * A value that can't be read.
     *
     * @param reason the value's type and what is expected instead; never quotes the value
     */
    public record Unreadable(String reason) {}

    /** Returns the only element of an array or a collection, or the value itself, as {@link #of} does. */
    static Object single(Exchange exchange, Object value) {
        boolean array = value.getClass().isArray() && !(value instanceof byte[]) && !(value instanceof char[]);
        int size = array ? Array.getLength(value) : value instanceof Collection<?> all ? all.size() : 1;
        if (size != 1) {
            return new Unreadable("a " + name(value) + " of " + size + " elements: one value is expected");
        }
        Object only = array
                ? Array.get(value, 0)
                : value instanceof Collection<?> all ? all.iterator().next() : value;
        return only == null
                ? new Unreadable("a " + name(value) + " with a null element: one value is expected")
                : of(exchange, only);
    }

    /** Returns a String, a value of one of the types above, or {@link Unreadable}; null for null. */
    public static Object of(Exchange exchange, Object value) {
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        if (value == null || SIMPLE_TYPES.stream().anyMatch(type -> type.isInstance(value))) {
            return value;
        }
        if (value instanceof PhoneNumber number) {
            return number.e164();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof byte[] bytes) {
            return text(exchange, ByteBuffer.wrap(bytes), value);
        }
        if (value instanceof ByteBuffer bytes) {
            return text(exchange, bytes.duplicate(), value);
        }
        return value instanceof char[] chars ? CharBuffer.wrap(chars).toString() : converted(exchange, value);
    }

    private static Object text(Exchange exchange, ByteBuffer bytes, Object value) {
        int length = bytes.remaining();
        try {
            String text = BodyText.charset(exchange).newDecoder().decode(bytes).toString();
            if (text.codePoints().noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
                return text;
            }
        } catch (CharacterCodingException notText) {
            // refused below
        }
        return new Unreadable("a " + name(value) + " of " + length
                + " bytes that are no text: convert it to a text or a number first");
    }

    private static Object converted(Exchange exchange, Object value) {
        TypeConverter converter = CONTENT_TYPES.stream().anyMatch(type -> type.isInstance(value))
                ? null
                : exchange.getContext().getTypeConverterRegistry().lookup(String.class, value.getClass());
        String text = converter == null ? null : converter.tryConvertTo(String.class, exchange, value);
        return text != null ? text : new Unreadable("a " + name(value) + ": convert it to a text or a number first");
    }

    private static String name(Object value) {
        return value.getClass().getTypeName();
    }
}
