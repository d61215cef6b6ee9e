/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table of results that have no goal. */
public final class Details {

    private final List<List<String>> lines = new ArrayList<>();

    /** Begins with the heads of the columns. */
    public Details(String... heads) {
        lines.add(List.of(heads));
        lines.add(Collections.nCopies(heads.length, "---"));
    }

    /** Adds a line. */
    public Details line(String... cells) {
        lines.add(List.of(cells));
        return this;
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append("| ").append(String.join(" | ", line)).append(" |\n"));
        return text.toString();
    }
}
