/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a webhook's sender is told: an HTTP status with an empty body. The reason is for our own counters and logs. */
public enum HttpAnswer {

    /** Another method. */
    NOT_POST(405, "not a POST"),

    /** Not JSON by its content type, without one, or compressed. */
    NOT_JSON(415, "not plain JSON by its headers"),

    /** Larger than allowed. */
    TOO_LARGE(413, "larger than allowed"),

    /** No signature, a malformed one, a wrong one: the sender cannot tell which. */
    FORBIDDEN(
            403,
            "not signed with a known key: the request is forged, or webhookVerifyToken is not the key that Cliqtel signs with"),

    /** Signed, but not readable as an event. */
    NOT_AN_EVENT(400, "signed, but not an event"),

    /** Signed with a time that is more than {@link SignedTime#FUTURE_TOLERANCE} in the future, so a clock is wrong. */
    FROM_THE_FUTURE(503, "signed, but from the future by this machine's clock"),

    /** Signed and older than allowed: accepted, so that it is not sent again, and dropped. */
    TOO_OLD(200, "signed, but too old"),

    /** Signed with a time that is too old by this machine's clock; no answer of the API has confirmed that clock. */
    TOO_OLD_HERE(503, "signed, but too old by this machine's clock"),

    /** Signed and of a kind nobody asked for. */
    FILTERED(200, "signed, but filtered out"),

    /** Signed, and the route has had it. */
    DUPLICATE(200, "seen already"),

    /** Signed, and the route has it now: a sender that repeats comes again. */
    IN_WORK(503, "being processed"),

    /** Signed, and as many as are wanted at a time are being processed: a sender that repeats comes again. */
    BUSY(503, "too many at a time"),

    /** Signed, and of a state that its message has left behind. */
    STALE(200, "stale"),

    /** Signed, and nobody can say whether the route has had it: a sender that repeats comes again. */
    LEDGER_DOWN(503, "the ledger does not work"),

    /** The route has it and ended well. */
    PROCESSED(200, "processed"),

    /** The route failed; a repeat runs it again. */
    FAILED(500, "the route failed"),

    /** The consumer doesn't take anything now. */
    SUSPENDED(503, "suspended");

    private static final int UNAVAILABLE = 503;

    private final int status;
    private final String reason;
    private final String word = name().toLowerCase(Locale.ROOT);

    HttpAnswer(int status, String reason) {
        this.status = status;
        this.reason = reason;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the sender is asked to come again after a while. */
    public boolean isForNow() {
        return status == UNAVAILABLE;
    }

    /** Why, in words that contain nothing of the request. */
    public String reason() {
        return reason;
    }

    /** The name in lower case: a stable word for metrics and consoles. */
    public String word() {
        return word;
    }

    /** Returns the words of all answers. */
    public static List<String> words() {
        return Stream.of(values()).map(HttpAnswer::word).toList();
    }

    /** The status and the reason. */
    @Override
    public String toString() {
        return status + " " + reason;
    }
}
