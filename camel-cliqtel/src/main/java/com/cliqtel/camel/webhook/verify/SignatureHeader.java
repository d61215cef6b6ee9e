/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The signatures that came with a webhook, those of them that have the right form.
 *
 * <p>Each is 64 hexadecimal digits of either case, blanks around them and {@code sha256=} before them allowed. Header
 * lines may be joined by commas on their way (RFC 9110, section 5.3), so a comma separates values as a new line does.
 * When there are more than {@value #MAX_VALUES} values, none of them counts: no sender needs so many, and each costs.
 * Immutable.
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
        // the length first, so that nothing but 32 bytes is ever compared: two empty arrays are equal
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

    /** Whether nothing can match, so that there is nothing to compute. */
    boolean none() {
        return signatures.isEmpty();
    }

    /** Whether one of them is this HMAC; all are compared, each in constant time. */
    boolean include(byte[] hmac) {
        boolean included = false;
        for (byte[] signature : signatures) {
            included |= MessageDigest.isEqual(signature, hmac);
        }
        return included;
    }
}
