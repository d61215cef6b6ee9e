/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

/** The last digits of an address, all that a log or an exception may show of it. */
public final class MaskedDigits {

    private static final int SHOWN = 4;

    private MaskedDigits() {}

    /**
     * The address with all but its last four characters masked: {@code +31612345678} is {@code ********5678}.
     *
     * @param address as given, of any form; null is shown as {@code null}
     */
    public static String masked(String address) {
        if (address == null) {
            return "null";
        }
        // what is short enough to be shown whole is masked whole: a short code is somebody's address too
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
