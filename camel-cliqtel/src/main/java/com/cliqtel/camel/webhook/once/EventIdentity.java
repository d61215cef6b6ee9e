/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.once;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.wire.Json;

/**
 * What makes two webhooks the same event. Of a report: the message, its status, and when it got it; not the envelope's
 * {@code timestamp}, which may be that of the attempt. Of an event that is not known, and of a report that leaves one of these
 * out: all it says, for nothing less tells two apart for certain, and one twice is better than two as one.
 */
final class EventIdentity {

    private EventIdentity() {}

    /** A hash: an unknown status or event may be any text. */
    static String of(WebhookContent content) {
        return of(content, content instanceof StatusUpdate report ? ofMessage(report) : "");
    }

    /** The same, where its message's identity is known. */
    static String of(WebhookContent content, String message) {
        return content instanceof StatusUpdate report && isComplete(report)
                ? sha256(
                        report.event(),
                        message,
                        report.status(),
                        report.updatedAt().toInstant())
                : sha256(Json.writeAscii(content.json()));
    }

    /** A hash of its id and its sender: ids are an account's, and so are senders, but a key of the account's may be rotated. */
    static String ofMessage(StatusUpdate report) {
        return sha256(report.id(), report.from());
    }

    private static boolean isComplete(StatusUpdate report) {
        return report.id() != null && report.status() != null && report.updatedAt() != null;
    }

    // each with its length before it, so that none runs into the next; and by its chars, since not every text has a
    // form in UTF-8
    private static String sha256(Object... parts) {
        String[] texts = new String[parts.length];
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            texts[i] = String.valueOf(parts[i]);
            length += Integer.BYTES + Character.BYTES * texts[i].length();
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (String text : texts) {
            bytes.putInt(text.length());
            for (int i = 0; i < text.length(); i++) {
                bytes.putChar(text.charAt(i));
            }
        }
        return sha256(bytes.array());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
