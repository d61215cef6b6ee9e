/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keys and secrets, checked before they are used; what is wrong is said without showing them. */
final class Secrets {

    private Secrets() {}

    /** @throws IllegalArgumentException when it is missing, or has what no key has */
    static String required(String option, String secret) {
        if (secret == null || secret.isEmpty()) {
            throw new IllegalArgumentException(option + " is not set: set camel.component.cliqtel." + option
                    + " (or, on one endpoint, " + option + "=RAW(...))");
        }
        return checked(option, secret);
    }

    /** @throws IllegalArgumentException when it has blanks, control or non-ASCII characters */
    static String checked(String option, String secret) {
        if (!secret.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException(option + " has a blank, a control character or one that isn't ASCII."
                    + " Camel decodes + in endpoint URIs as a blank: write " + option
                    + "=RAW(...), or set it on the component");
        }
        return secret;
    }

    /** What tells a secret from others without telling it: the first 16 hex digits of its SHA-256. */
    static String fingerprint(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
