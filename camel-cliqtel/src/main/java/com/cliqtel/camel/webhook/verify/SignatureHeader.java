/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The well-formed signatures of a webhook: 64 hexadecimal digits in any case, with or without {@code sha256=} and blanks. A comma
 * separates values, since proxies may join header lines (RFC 9110, section 5.3). If there are more than {@value #MAX_VALUES}
 * values, none counts, since each takes time. Immutable.
 */
final class SignatureHeader {

    static final int MAX_VALUES = 4;

    private static final String PREFIX = "sha256=";
    private static final int HEX_DIGITS = 64;

    private final List<byte[]> signatures = new ArrayList<>();

    SignatureHeader(List<String> headerValues) {
        List<String> values = new ArrayList<>();
        for (String line : headerValues) {
            values.addAll(List.of(line.split(",", MAX_VALUES + 1)));
        }
        if (values.size() <= MAX_VALUES) {
            values.forEach(this::add);
        }
    }

    private void add(String value) {
        String trimmed = value.trim();
        String digits = trimmed.startsWith(PREFIX) ? trimmed.substring(PREFIX.length()) : trimmed;
        // only 32 bytes are compared, since two empty arrays are equal
        if (digits.length() == HEX_DIGITS && isHex(digits)) {
            signatures.add(HexFormat.of().parseHex(digits));
        }
    }

    private static boolean isHex(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (!HexFormat.isHexDigit(digits.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether there is no well-formed signature. */
    boolean none() {
        return signatures.isEmpty();
    }

    /** Returns whether one of them is this HMAC. Compares all, each in constant time. */
    boolean include(byte[] hmac) {
        boolean included = false;
        for (byte[] signature : signatures) {
            included |= MessageDigest.isEqual(signature, hmac);
        }
        return included;
    }
}
