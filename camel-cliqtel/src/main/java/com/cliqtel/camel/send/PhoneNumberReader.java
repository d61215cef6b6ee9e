/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.function.Function;

import com.cliqtel.camel.exchange.InputValue;
import com.cliqtel.camel.text.PhoneNumber;
import com.cliqtel.camel.text.phone.PhoneLibrary;

/** Reads international phone numbers and, with a default region, also national ones. */
final class PhoneNumberReader {

    private final Function<String, PhoneNumber> reading;

    private PhoneNumberReader(Function<String, PhoneNumber> reading) {
        this.reading = reading;
    }

    /**
     * @param defaultRegion an ISO country, or null for none
     * @throws IllegalArgumentException when it is no country, or the library that it takes isn't there
     */
    static PhoneNumberReader in(String defaultRegion) {
        if (defaultRegion == null) {
            return new PhoneNumberReader(PhoneNumber::written);
        }
        if (!PhoneLibrary.isThere()) {
            throw new IllegalArgumentException("defaultRegion needs the library " + PhoneLibrary.ARTIFACT
                    + ", which is not there: add it as a dependency, or write numbers with + and the country code");
        }
        return new PhoneNumberReader(PhoneLibrary.numbersOf(defaultRegion)::resolve);
    }

    PhoneNumber read(InputValue given) {
        if (given.text().contains("${")) {
            throw new IllegalArgumentException(
                    "an expression is no number: with one in its URI an endpoint is a dynamic one,"
                            + " toD instead of to");
        }
        return reading.apply(given.text());
    }
}
