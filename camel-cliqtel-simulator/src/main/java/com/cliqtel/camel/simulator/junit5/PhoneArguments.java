/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import com.cliqtel.camel.simulator.account.PhoneNumbers;

/** Checks phone numbers in a test, because a test with a mistyped number would never fail. */
final class PhoneArguments {

    private PhoneArguments() {}

    static String requireE164(String phone) {
        if (!PhoneNumbers.isE164(phone)) {
            throw new IllegalArgumentException(
                    "A phone must be in E.164 format, such as +31612345678, not \"" + phone + "\"");
        }
        return phone;
    }
}
