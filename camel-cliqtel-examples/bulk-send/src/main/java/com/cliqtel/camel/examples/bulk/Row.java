/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.util.Map;
import java.util.Optional;

/**
 * One recipient, as the file has it.
 *
 * @param number which row it is, the first below the header is 1
 * @param columns the values by the columns' names
 */
record Row(long number, Map<String, String> columns) {

    /** What names it over all runs: its {@code id}, or else its number. */
    String key() {
        return column("id").map(id -> "id " + id).orElse("row " + number);
    }

    /** @throws IllegalArgumentException when there is nothing in that column */
    String needed(String column) {
        return column(column).orElseThrow(() -> new IllegalArgumentException("nothing in the column " + column));
    }

    Optional<String> column(String name) {
        return Optional.ofNullable(columns.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Where it is in the file. */
    @Override
    public String toString() {
        return "row " + number;
    }
}
