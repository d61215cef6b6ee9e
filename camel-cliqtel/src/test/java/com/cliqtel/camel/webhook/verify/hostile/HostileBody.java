/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.cliqtel.camel.webhook.verify.HttpAnswer;
import com.cliqtel.camel.wire.StringifiedJson;

/**
 * A body, and what becomes of it when it is rightly signed.
 *
 * @param name what is hostile about it
 * @param bytes the body
 * @param raw when its bytes are signed; {@link HttpAnswer#PROCESSED} where the route gets it
 * @param stringified when it is signed as ECMAScript writes it again; {@link HttpAnswer#FORBIDDEN} where that cannot be
 */
public record HostileBody(String name, byte[] bytes, HttpAnswer raw, HttpAnswer stringified) {

    private static final int LONGEST_NAME = 80;
    private static final char DELETE = 0x7f;

    /** Not JSON, so that only its bytes can be signed. */
    static HostileBody notJson(String name, byte[] bytes) {
        return new HostileBody(name, bytes, HttpAnswer.NOT_AN_EVENT, HttpAnswer.FORBIDDEN);
    }

    /** Not JSON. */
    static HostileBody notJson(String name, String body) {
        return notJson(name, utf8(body));
    }

    /** The same answer in both forms. */
    static HostileBody either(HttpAnswer answer, String name, String body) {
        return differs(answer, answer, name, body);
    }

    /** A report like any other. */
    static HostileBody event(String name, String body) {
        return either(HttpAnswer.PROCESSED, name, body);
    }

    /** JSON, but no event. */
    static HostileBody notAnEvent(String name, String body) {
        return either(HttpAnswer.NOT_AN_EVENT, name, body);
    }

    /** Not the same in both forms. */
    static HostileBody differs(HttpAnswer raw, HttpAnswer stringified, String name, String body) {
        return new HostileBody(name, utf8(body), raw, stringified);
    }

    /** The body as ECMAScript writes it again; empty when it cannot. */
    public Optional<byte[]> asStringified() {
        try {
            return Optional.of(StringifiedJson.of(bytes));
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }

    /** The name only, as far as it can be printed: some bodies are no text. */
    @Override
    public String toString() {
        StringBuilder printable = new StringBuilder();
        name.chars().limit(LONGEST_NAME).forEach(c -> printable.append(c >= ' ' && c < DELETE ? (char) c : '?'));
        return printable.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
