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
 * The identity of a webhook event, by which a repeat is recognised. For a report: the message, its status, and the time of the
 * status; not the envelope's {@code timestamp}, which may be the time of the attempt. For an unknown event, and for a report in
 * which one of these is missing: the whole content, since running the route twice is better than taking two events for one.
 */
final class EventIdentity {

    private EventIdentity() {}

    /**
     * Returns a hash, since an unknown status or event may be any text.
     *
     * @param message the result of {@link #ofMessage} for a report with an id
     */
    static String of(WebhookContent content, String message) {
        return content instanceof StatusUpdate report && isComplete(report)
                ? sha256(
                        report.event(),
                        message,
                        report.status(),
                        report.updatedAt().toInstant())
                : sha256(Json.writeAscii(content.json()));
    }

    /** Returns a hash of the message's id and sender, since ids are unique in an account, and so are senders. */
    static String ofMessage(StatusUpdate report) {
        return sha256(report.id(), report.from());
    }

    private static boolean isComplete(StatusUpdate report) {
        return report.id() != null && report.status() != null && report.updatedAt() != null;
    }

    // each part after its length, so that two different lists of parts never give the same bytes; by UTF-16 units,
    // since
    // UTF-8 can't encode half of a surrogate pair
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
