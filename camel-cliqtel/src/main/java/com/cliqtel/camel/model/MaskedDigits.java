/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

/** Internal. Masks phone numbers and other addresses for logs and exceptions. Stateless. */
public final class MaskedDigits {

    private static final int SHOWN = 4;

    private MaskedDigits() {}

    /**
     * Returns the address with all but its last four characters masked: {@code +31612345678} is {@code ********5678}.
     *
     * @param address any text; null is shown as {@code null}
     */
    public static String masked(String address) {
        if (address == null) {
            return "null";
        }
        // an address of up to four characters is masked as a whole
        int hidden = address.length() > SHOWN ? address.length() - SHOWN : address.length();
        return "*".repeat(Math.min(hidden, 20)) + printable(address.substring(hidden));
    }

    private static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
