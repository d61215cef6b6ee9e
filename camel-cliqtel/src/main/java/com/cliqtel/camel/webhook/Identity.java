/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.wire.Json;

/**
 * What makes two webhooks the same event. Of a report: the message, its status, and when it got it; not the envelope's
 * {@code timestamp}, which may be that of the attempt. Of an event that is not known: all it says, for nothing else is known to
 * tell two apart.
 */
final class Identity {

    private Identity() {}

    /** A hash: an unknown status or event may be any text. */
    static String of(WebhookContent content) {
        return content instanceof StatusUpdate report
                ? sha256((report.event() + "\n" + report.id() + "\n" + report.status() + "\n"
                                + (report.updatedAt() == null
                                        ? ""
                                        : report.updatedAt().toInstant()))
                        .getBytes(StandardCharsets.UTF_8))
                : sha256(Json.write(content.json()));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
