/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.Duration;

/** What an option comes to: the endpoint's value, then the component's, then the default. */
final class Options {

    private Options() {}

    /** The first that is set; null only where all are. */
    static <T> T first(T endpoint, T component, T otherwise) {
        return endpoint != null ? endpoint : component != null ? component : otherwise;
    }

    /** @throws IllegalArgumentException when it is less than a millisecond */
    static Duration positive(String option, Duration value) {
        if (value.toMillis() <= 0) {
            throw new IllegalArgumentException(option + " is " + value.toMillis() + " ms: at least 1 ms was expected");
        }
        return value;
    }
}
