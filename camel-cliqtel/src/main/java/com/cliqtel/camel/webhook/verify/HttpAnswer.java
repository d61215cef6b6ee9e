/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The HTTP status with which a webhook request is answered, without a body. The reason is for counters and logs. */
public enum HttpAnswer {

    /** A method other than POST. */
    NOT_POST(405, "not a POST"),

    /** A content type other than JSON or none, or a compressed body. */
    NOT_JSON(415, "not plain JSON by its headers"),

    /** Larger than allowed. */
    TOO_LARGE(413, "larger than allowed"),

    /** No signature, a malformed signature or a wrong one. The sender can't tell which. */
    FORBIDDEN(
            403,
            "not signed with a known key: the request is forged, or webhookVerifyToken is not the key that Cliqtel signs with"),

    /** Signed, but not readable as an event. */
    NOT_AN_EVENT(400, "signed, but not an event"),

    /** Signed with a time that is more than {@link SignedTime#FUTURE_TOLERANCE} in the future, so a clock is wrong. */
    FROM_THE_FUTURE(503, "signed, but from the future by this machine's clock"),

    /** Signed and older than allowed. It is accepted, so that it is not sent again, and dropped. */
    TOO_OLD(200, "signed, but too old"),

    /** Signed with a time that is too old by this machine's clock; no answer of the API has confirmed that clock. */
    TOO_OLD_HERE(503, "signed, but too old by this machine's clock"),

    /** Signed, and left out by the options {@code events} or {@code statuses}. */
    FILTERED(200, "signed, but filtered out"),

    /** Signed, and processed before. */
    DUPLICATE(200, "seen already"),

    /** Signed, and the route is processing it now. The sender may repeat it later. */
    IN_WORK(503, "being processed"),

    /** Signed, and {@code webhookMaxInflight} requests are being processed. The sender may repeat it later. */
    BUSY(503, "too many at a time"),

    /** Signed, and older than a delivery report already processed for the same message. */
    STALE(200, "stale"),

    /** Signed, and the ledger fails, so it is unknown whether it was processed before. The sender may repeat it later. */
    LEDGER_DOWN(503, "the ledger does not work"),

    /** The route has processed it without a failure. */
    PROCESSED(200, "processed"),

    /** The route failed. A repeat runs the route again. */
    FAILED(500, "the route failed"),

    /** The consumer is suspended. */
    SUSPENDED(503, "suspended");

    private static final int UNAVAILABLE = 503;

    private final int status;
    private final String reason;
    private final String word = name().toLowerCase(Locale.ROOT);

    HttpAnswer(int status, String reason) {
        this.status = status;
        this.reason = reason;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns whether the sender may repeat the request later. */
    public boolean isForNow() {
        return status == UNAVAILABLE;
    }

    /** Returns the reason, without content of the request. */
    public String reason() {
        return reason;
    }

    /** Returns the name in lower case: a stable word for metrics and consoles. */
    public String word() {
        return word;
    }

    /** Returns the words of all answers. */
    public static List<String> words() {
        return Stream.of(values()).map(HttpAnswer::word).toList();
    }

    /** Returns the status and the reason. */
    @Override
    public String toString() {
        return status + " " + reason;
    }
}
