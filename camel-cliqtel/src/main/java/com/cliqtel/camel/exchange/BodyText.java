/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;

import com.cliqtel.camel.text.LongText;
import com.cliqtel.camel.text.MessageText;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.support.ExchangeHelper;

/** Reads the text of a body. It reads at most as much of a file or stream as SMS can hold, and refuses bytes of another charset. */
public final class BodyText {

    // the longest text that can be split, in UTF-16 units and in the widest of the usual encodings with a byte order
    // mark
    private static final int MAX_CHARS = 2 * LongText.MAX_PARTS * MessageText.MAX_CHARACTERS;
    private static final int MAX_BYTES = 2 * MAX_CHARS + 4;

    private BodyText() {}

    /**
     * Returns the text of a body.
     *
     * @param expected the types that are allowed, for the exception's message
     * @throws IllegalArgumentException when the body is no text; the message names its type or the wrong charset
     */
    public static String of(Exchange exchange, Object body, String expected) {
        if (body instanceof CharSequence text) {
            return text.toString();
        }
        if (body instanceof char[] chars) {
            return new String(chars);
        }
        try {
            if (body instanceof Reader reader) {
                return withoutMark(read(reader));
            }
            return decoded(bytes(exchange, body, expected), charset(exchange));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "the body cannot be read: " + unreadable.getClass().getSimpleName());
        } finally {
            // an error handler may read the body again
            if (body instanceof StreamCache cache) {
                cache.reset();
            }
        }
    }

    private static byte[] bytes(Exchange exchange, Object body, String expected) throws IOException {
        try (InputStream content = stream(exchange, body, expected)) {
            byte[] bytes = content.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw tooLong();
            }
            return bytes;
        }
    }

    private static InputStream stream(Exchange exchange, Object body, String expected) throws IOException {
        if (body instanceof byte[] bytes) {
            return new ByteArrayInputStream(bytes);
        }
        if (body instanceof ByteBuffer buffer) {
            ByteBuffer unread = buffer.duplicate();
            byte[] bytes = new byte[unread.remaining()];
            unread.get(bytes);
            return new ByteArrayInputStream(bytes);
        }
        // Camel's own conversion would decode the file and encode it again
        if (body instanceof WrappedFile<?> wrapped && wrapped.getFile() instanceof File file) {
            return Files.newInputStream(file.toPath());
        }
        if (body instanceof InputStream
                || body instanceof File
                || body instanceof WrappedFile
                || body instanceof StreamCache) {
            InputStream content =
                    exchange.getContext().getTypeConverter().tryConvertTo(InputStream.class, exchange, body);
            if (content != null) {
                return content;
            }
        }
        throw new IllegalArgumentException("the body is a " + body.getClass().getTypeName() + ": " + expected);
    }

    private static String read(Reader reader) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] chunk = new char[1024];
        for (int n = reader.read(chunk); n >= 0; n = reader.read(chunk)) {
            text.append(chunk, 0, n);
            if (text.length() > MAX_CHARS) {
                throw tooLong();
            }
        }
        return text.toString();
    }

    private static String decoded(byte[] bytes, Charset charset) {
        try {
            return withoutMark(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("the body's bytes are not " + charset
                    + ": set the exchange property CamelCharsetName to the charset they are in");
        }
    }

    // a byte order mark is not a character of the text
    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    static Charset charset(Exchange exchange) {
        String name = ExchangeHelper.getCharsetName(exchange);
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("the exchange's charset is unknown here");
        }
    }

    private static IllegalArgumentException tooLong() {
        return new IllegalArgumentException(
                "the text is longer than the " + MessageText.MAX_CHARACTERS + " characters that the API takes");
    }
}
