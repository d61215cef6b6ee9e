/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.util.Locale;
import java.util.Set;

/** Countries by their ISO codes. */
final class Region {

    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    private Region() {}

    /**
     * The code in upper case. It becomes a part of an endpoint's URI, so nothing but a code may pass.
     *
     * @throws IllegalArgumentException when it is none
     */
    static String checked(String written) {
        String code = written.strip().toUpperCase(Locale.ROOT);
        if (!KNOWN.contains(code)) {
            throw new IllegalArgumentException(
                    "'" + written + "' is no country: its ISO code of two letters is needed, such as NL");
        }
        return code;
    }
}
