/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
import java.util.Collection;

/** The argument checks of every ledger, so that each accepts the same arguments. */
final class LedgerArguments {

    private LedgerArguments() {}

    static void check(Hold hold) {
        if (hold == null) {
            throw new IllegalArgumentException("a hold that is null: the hold of an entry was expected");
        }
    }

    static void checkTake(Hold hold, Duration lease, String record, String likeness) {
        check(hold);
        checkLease(lease);
        checkRecord(record);
        if (likeness != null) {
            EntryName.check(likeness, "likeness");
        }
    }

    static void checkRenew(Hold hold, Duration lease, String record) {
        check(hold);
        checkLease(lease);
        if (record != null) {
            checkRecord(record);
        }
    }

    static void checkKeep(Hold hold, String record) {
        check(hold);
        checkRecord(record);
    }

    static void checkClose(Hold hold, String record, String message) {
        checkKeep(hold, record);
        if (message != null) {
            EntryName.check(message, "message");
        }
    }

    static void checkOwn(String key, String message) {
        EntryName.check(key, "key");
        EntryName.check(message, "message");
    }

    static void checkFind(Collection<String> messages, String likeness) {
        if (messages == null) {
            throw new IllegalArgumentException("messages that are null: a collection was expected");
        }
        for (String message : messages) {
            EntryName.check(message, "message");
        }
        if (likeness != null) {
            EntryName.check(likeness, "likeness");
        }
    }

    static void checkPositionName(String name) {
        EntryName.check(name, "name of a position");
    }

    static void checkPosition(String name, String value) {
        checkPositionName(name);
        checkText(value, "position");
    }

    private static void checkRecord(String record) {
        checkText(record, "record");
    }

    private static void checkLease(Duration lease) {
        if (lease == null || lease.isNegative() || lease.compareTo(Ledger.MAX_LEASE) > 0) {
            throw new IllegalArgumentException("lease " + lease + ": zero to " + Ledger.MAX_LEASE + " was expected");
        }
    }

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
