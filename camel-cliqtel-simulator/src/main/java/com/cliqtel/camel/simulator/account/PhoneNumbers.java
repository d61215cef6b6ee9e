/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.util.regex.Pattern;

/** What counts as a number in E.164 format: {@code +}, then 7 to 15 digits of which the first is not 0. */
public final class PhoneNumbers {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private PhoneNumbers() {}

    /**
     * Whether a text is one, without a blank or dash anywhere.
     *
     * @param text any text
     * @return true when it is
     */
    public static boolean isE164(String text) {
        return E164.matcher(text).matches();
    }
}
