/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

/** The check of keys, owners, messages, likenesses and names of positions. */
final class EntryName {

    private EntryName() {}

    /** @param what the kind of the name, for the message */
    static void check(String name, String what) {
        if (name == null) {
            throw new IllegalArgumentException("a " + what + " that is null: a text was expected");
        }
        if (name.isEmpty() || name.length() > Ledger.MAX_KEY_LENGTH || !isVisibleAscii(name)) {
            throw new IllegalArgumentException("a " + what + " of " + name.length() + " characters: 1 to "
                    + Ledger.MAX_KEY_LENGTH + " visible ASCII characters were expected");
        }
    }

    // called for each key, so it uses no pattern
    private static boolean isVisibleAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) <= ' ' || name.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
