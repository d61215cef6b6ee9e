/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;

/** The argument checks of every ledger, so that each accepts the same arguments. */
final class LedgerArguments {

    private LedgerArguments() {}

    static void checkKey(String key) {
        checkName(key, "key");
    }

    static void checkPositionName(String name) {
        checkName(name, "name of a position");
    }

    static void checkRecord(String record) {
        checkText(record, "record");
    }

    static void checkPosition(String value) {
        checkText(value, "position");
    }

    static void checkLease(Duration lease) {
        if (lease == null || lease.isNegative() || lease.compareTo(Ledger.MAX_LEASE) > 0) {
            throw new IllegalArgumentException("lease " + lease + ": zero to " + Ledger.MAX_LEASE + " was expected");
        }
    }

    private static void checkName(String name, String what) {
        checkText(name, what);
        if (name.isEmpty() || name.length() > Ledger.MAX_KEY_LENGTH) {
            throw new IllegalArgumentException("a " + what + " of " + name.length() + " characters: 1 to "
                    + Ledger.MAX_KEY_LENGTH + " were expected");
        }
    }

    // called for the key and the record of each claim, so it uses no stream
    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static void checkText(String text, String what) {
        if (text == null) {
            throw new IllegalArgumentException("a " + what + " that is null: a text was expected");
        }
        if (!isStorable(text)) {
            throw new IllegalArgumentException(
                    "a " + what + " with NUL or half of a surrogate pair in it: databases don't store these");
        }
    }
}
