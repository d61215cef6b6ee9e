/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.function.Function;

import com.cliqtel.camel.model.PhoneNumber;
import com.cliqtel.camel.text.phone.PhoneLibrary;

/** Reads numbers as people write them: international ones, and where there is a default region also its national ones. */
final class WrittenNumbers {

    private final Function<String, PhoneNumber> reading;

    private WrittenNumbers(Function<String, PhoneNumber> reading) {
        this.reading = reading;
    }

    /**
     * @param defaultRegion an ISO country, or null for none
     * @throws IllegalArgumentException when it is no country, or the library that it takes isn't there
     */
    static WrittenNumbers in(String defaultRegion) {
        if (defaultRegion == null) {
            return new WrittenNumbers(PhoneNumber::written);
        }
        if (!PhoneLibrary.isThere()) {
            throw new IllegalArgumentException("defaultRegion needs the library " + PhoneLibrary.ARTIFACT
                    + ", which is not there: add it as a dependency, or write numbers with + and the country code");
        }
        return new WrittenNumbers(PhoneLibrary.numbersOf(defaultRegion)::resolve);
    }

    PhoneNumber read(Given given) {
        if (given.text().contains("${")) {
            throw new IllegalArgumentException(
                    "an expression is no number: with one in its URI an endpoint is a dynamic one,"
                            + " toD instead of to");
        }
        return reading.apply(given.text());
    }
}
