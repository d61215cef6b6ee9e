/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import java.util.Locale;

/** What an exchange waited for. */
public enum WaitReason {

    /** A permit of the account's quota. */
    PERMIT,

    /** The time to try again: a backoff, or what {@code Retry-After} said. */
    RETRY,

    /** The end of another send of the same text to the same recipient. */
    TURN,

    /** What became of a send that nobody answered for. */
    SETTLING,

    /** Sending to be resumed, which somebody had paused. */
    PAUSE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The name in lower case: a stable word for metrics and consoles. */
    public String word() {
        return word;
    }
}
