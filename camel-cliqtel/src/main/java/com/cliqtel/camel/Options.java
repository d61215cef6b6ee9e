/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The words of a list that is separated by commas; none where it is null. */
    static Set<String> words(String list) {
        return list == null
                ? Set.of()
                : Arrays.stream(list.split(","))
                        .map(String::trim)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toSet());
    }
}
