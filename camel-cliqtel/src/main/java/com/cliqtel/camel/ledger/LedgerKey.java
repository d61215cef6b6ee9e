/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Makes names for a {@link Ledger} of a kind and parts. A short name of plain characters shows its parts, so that an operator can
 * read it; in any other one a hash stands for the parts. Internal.
 */
public final class LedgerKey {

    // no upper case, so that names stay distinct in a store that ignores case
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9:,._-]+");

    private LedgerKey() {}

    /**
     * Returns a name: the kind, a colon, and the parts or their hash.
     *
     * @param kind what the name is for, at most 23 plain characters
     * @param parts the parts, of any characters. Only the last one may contain a colon or a line break: otherwise different parts
     *     could have the same name
     */
    public static String of(String kind, String... parts) {
        String plain = kind + ":" + String.join(":", parts);
        return plain.length() <= Ledger.MAX_KEY_LENGTH && PLAIN.matcher(plain).matches() ? plain : hashed(kind, parts);
    }

    /** Returns a name of the same kind for a part of what has this name. */
    public static String below(String name, String... parts) {
        int colon = name.indexOf(':');
        return of(name.substring(0, colon), name.substring(colon + 1) + ":" + String.join(":", parts));
    }

    /** Returns a name that shows none of the parts, which may be personal data. Only the last part may contain a line break. */
    public static String hashed(String kind, String... parts) {
        int room = Ledger.MAX_KEY_LENGTH - kind.length() - 1;
        // an account's name has no line break, so that parts don't run into each other
        String hash = sha256(String.join("\n", parts));
        return kind + ":" + hash.substring(0, Math.min(hash.length(), room));
    }

    private static String sha256(String text) {
        try {
            // by UTF-16 units, since no encoding has half of a surrogate pair
            ByteBuffer units = ByteBuffer.allocate(Character.BYTES * text.length());
            units.asCharBuffer().put(text);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(units.array()));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
