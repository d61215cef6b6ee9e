/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of the SMS, in which a column's name in braces is replaced by the row's value. */
final class TextTemplate {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]+)}");

    private final String text;

    /** @param text null for the column {@code text} of each row, as it is */
    TextTemplate(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if the row lacks a column of the template */
    String of(Row row) {
        if (text == null) {
            return row.needed("text");
        }
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(row.needed(name.group(1))));
    }
}
