/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.util.regex.Pattern;

/** Phones that a test speaks of: a slip in a number would otherwise make a test that never fails. */
final class Phones {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private Phones() {}

    static String requireE164(String phone) {
        if (!E164.matcher(phone).matches()) {
            throw new IllegalArgumentException(
                    "A phone must be in E.164 format, such as +31612345678, not \"" + phone + "\"");
        }
        return phone;
    }
}
