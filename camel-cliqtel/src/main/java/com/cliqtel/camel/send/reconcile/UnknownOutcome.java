/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.util.Arrays;
import java.util.Locale;

/** What to do about a send whose outcome is unknown. */
public enum UnknownOutcome {
    /** Look for it in the list of messages; what is not found stays unknown, and is never sent a second time. */
    RECONCILE,
    /** Look for it in the list of messages; what is not found once the settling time is over is sent again. */
    RESEND,
    /** Don't look: it stays unknown. */
    FAIL;

    /** @throws IllegalArgumentException listing the known words */
    public static UnknownOutcome named(String word) {
        return Arrays.stream(values())
                .filter(value -> value.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknownOutcome is '" + word + "': reconcile, resend or fail was expected"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
