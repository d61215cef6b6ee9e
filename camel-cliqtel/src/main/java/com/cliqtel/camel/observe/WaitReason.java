/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import java.util.Locale;

/** The reason of a wait. */
public enum WaitReason {

    /** A permit of the rate limiter. */
    PERMIT,

    /** The time of the next retry. */
    RETRY,

    /** The end of another send of the same text to the same recipient. */
    TURN,

    /** The result of an earlier send with unknown outcome. */
    SETTLING,

    /** The end of a pause of sending. */
    PAUSE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Returns the name in lower case, a stable word for metrics and consoles. */
    public String word() {
        return word;
    }
}
