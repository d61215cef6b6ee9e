/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import com.cliqtel.camel.options.OptionChecks;

/** Checks keys and secrets before they are used. Messages never show the value. */
public final class ApiKeys {

    private static final int SHORTEST_OF_SEVERAL = 8;
    private static final Pattern WRAPPED = Pattern.compile("RAW[({].*[)}]", Pattern.DOTALL);
    private static final Pattern NUMBER_OR_WORD_OF_YAML =
            Pattern.compile("[-+]?(?:[0-9.]+E[-+]?[0-9]+|Infinity|NaN)|true|false|null");

    private ApiKeys() {}

    /** @throws IllegalArgumentException when it is missing or not a valid key */
    static String required(String option, String secret) {
        if (secret == null || secret.isEmpty()) {
            throw new IllegalArgumentException(option + " is not set: set camel.component.cliqtel." + option
                    + " (or, on one endpoint, " + option + "=RAW(...))");
        }
        return checked(option, secret);
    }

    /** @throws IllegalArgumentException when a configuration file or a URI has changed it */
    public static String checked(String option, String secret) {
        if (WRAPPED.matcher(secret).matches()) {
            throw wrong(
                    option,
                    "is written as RAW(...), which only endpoint URIs and component properties have. Remove RAW(...)");
        }
        OptionChecks.notQuoted(option, secret);
        if (secret.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length())) {
            throw wrong(option, "begins with the word Bearer, which the component adds itself. Write the key alone");
        }
        if (!secret.equals(secret.strip())) {
            throw wrong(option, "has a blank at its beginning or end, or ends with a line break. Remove it");
        }
        if (NUMBER_OR_WORD_OF_YAML.matcher(secret).matches()) {
            throw wrong(
                    option,
                    "looks like a number or a word that YAML has read as such. Put the value in quotes in YAML");
        }
        if (!secret.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw wrong(
                    option,
                    "has a blank, a control character or one that isn't ASCII."
                            + " Camel decodes + in endpoint URIs as a blank: write " + option
                            + "=RAW(...), or set it on the component");
        }
        return secret;
    }

    /**
     * Returns the keys of an option that has the current key and, during a rotation, the previous one.
     *
     * @throws IllegalArgumentException when one of several is too short to be a key, or is not a valid key
     */
    public static List<String> several(String option, String secrets) {
        List<String> each =
                Arrays.stream(checked(option, secrets).split(",", -1)).toList();
        if (each.size() > 1 && each.stream().anyMatch(one -> one.length() < SHORTEST_OF_SEVERAL)) {
            throw wrong(
                    option,
                    "has " + each.size() + " parts, separated by commas, of which one has fewer than "
                            + SHORTEST_OF_SEVERAL + " characters. A comma separates the new key from the previous one");
        }
        return each;
    }

    private static IllegalArgumentException wrong(String option, String why) {
        return new IllegalArgumentException(option + " " + why);
    }

    /** Returns a name for a secret that doesn't show it: the first 16 hex digits of its SHA-256. */
    public static String fingerprint(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
