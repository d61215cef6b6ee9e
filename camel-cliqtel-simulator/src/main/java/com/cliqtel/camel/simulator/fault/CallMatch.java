/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A description of calls: by method, path, recipient and text. Unlike any other condition it can be printed. Immutable.
 *
 * @param method such as {@code POST}; null for any
 * @param path the whole path, percent-encoded as it comes; beginning with {@code *}, what it ends with; ending with
 *     {@code *}, what it begins with; null for any
 * @param to the recipient in E.164 format; {@link #NONE} for calls that name none in that format; null for any
 * @param textHash {@link #hash} of the text; {@link #NONE} for calls without a text; null for any
 */
public record CallMatch(String method, String path, String to, String textHash) implements Predicate<IncomingCall> {

    private static final Pattern METHOD = Pattern.compile("[A-Za-z-]+");
    private static final Pattern PATH = Pattern.compile("\\*|(\\*|/)[^*]*|/[^*]*\\*");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{16}");

    /** What stands for a recipient or a text that a call does not have. */
    public static final String NONE = "none";

    /** Every call. */
    public static final CallMatch CALLS = new CallMatch(null, null, null, null);

    /** Every POST of a message. */
    public static final CallMatch SENDS = new CallMatch("POST", "*/messages", null, null);

    /**
     * Refuses what no call could match.
     *
     * @throws IllegalArgumentException when something is not as described
     */
    public CallMatch {
        require("A method must be letters, such as POST", METHOD, method);
        require("A path must begin with / or *, such as /api/v1/sms/messages or */messages", PATH, path);
        if (!NONE.equals(to)) {
            require("A recipient must be in E.164 format, such as +31612345678, or none", E164, to);
        }
        if (!NONE.equals(textHash)) {
            require("The hash of a text must be 16 hex digits, as printed, or none", HASH, textHash);
        }
    }

    /**
     * The same for one recipient.
     *
     * @param recipient in E.164 format, or {@link #NONE}
     * @return another
     * @throws IllegalArgumentException when it is neither
     */
    public CallMatch to(String recipient) {
        return new CallMatch(method, path, recipient, textHash);
    }

    /**
     * The same for one text.
     *
     * @param text the whole text; only its hash is kept
     * @return another
     */
    public CallMatch text(String text) {
        return new CallMatch(method, path, to, hash(text));
    }

    @Override
    public boolean test(IncomingCall call) {
        return (method == null || method.equals(call.method()))
                && (path == null || isPath(call.path()))
                && (to == null || to.equals(recipient(call)))
                && (textHash == null || textHash.equals(hash(call.text())));
    }

    /**
     * A short name of a text that does not show it. A guessed text can be compared with it.
     *
     * @param text any; null for none
     * @return 16 hex digits, or {@link #NONE}
     */
    public static String hash(String text) {
        return text == null ? NONE : "%016x".formatted(TextHash.of(text));
    }

    /** All that can be described of one call, as narrow as it gets. */
    static CallMatch of(IncomingCall call) {
        return new CallMatch(
                METHOD.matcher(call.method()).matches() ? call.method() : null,
                PATH.matcher(call.path()).matches() ? call.path() : null,
                recipient(call),
                hash(call.text()));
    }

    /** Of a call of which only the head was read. */
    static CallMatch ofHead(IncomingCall head) {
        CallMatch whole = of(head);
        return new CallMatch(whole.method(), whole.path(), null, null);
    }

    private boolean isPath(String given) {
        if (path.startsWith("*")) {
            return given.endsWith(path.substring(1));
        }
        return path.endsWith("*") ? given.startsWith(path.substring(0, path.length() - 1)) : given.equals(path);
    }

    private static String recipient(IncomingCall call) {
        return call.to() != null && E164.matcher(call.to()).matches() ? call.to() : NONE;
    }

    private static void require(String right, Pattern pattern, String value) {
        if (value != null && !pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(right);
        }
    }
}
