/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.regex.Pattern;

import com.cliqtel.camel.model.MaskedDigits;

/** Checks the configured sender. */
public final class SenderCheck {

    private static final Pattern DIGITS = Pattern.compile("(?!00)[0-9]+");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(?:[0-9]*\\.[0-9]+(?:E[-+]?[0-9]+)?|[0-9]+E[-+]?[0-9]+|Infinity)|NaN");

    private SenderCheck() {}

    /**
     * @throws IllegalArgumentException when YAML has changed the phone number by reading it as a number; the message shows it
     * masked
     */
    public static void check(String from, String defaultRegion) {
        String written = from == null ? "" : from;
        boolean withoutPlus = defaultRegion == null && DIGITS.matcher(written).matches();
        if (withoutPlus || FLOAT.matcher(written).matches()) {
            throw new IllegalArgumentException("from is " + MaskedDigits.masked(written)
                    + ", which has no plus and country code. YAML reads a number without quotes as a number and drops the"
                    + " plus: write it in quotes, such as '+12025550123'");
        }
    }
}
