/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.spi.UriParam;

/** The names of options. Internal. */
public final class OptionNames {

    private OptionNames() {}

    /** Returns the names of the options in some groups. */
    public static Set<String> in(Class<?>... groups) {
        return Stream.of(groups)
                .flatMap(group -> Arrays.stream(group.getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(UriParam.class))
                .map(field -> field.getName())
                .collect(Collectors.toUnmodifiableSet());
    }
}
