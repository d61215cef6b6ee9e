/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a row's recipient gets to read: a text in which each column's name in braces stands for its value. */
final class Wording {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]+)}");

    private final String text;

    /** @param text null for the column {@code text} of each row, as it is */
    Wording(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when the row lacks what belongs into it */
    String of(Row row) {
        if (text == null) {
            return row.needed("text");
        }
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(row.needed(name.group(1))));
    }
}
