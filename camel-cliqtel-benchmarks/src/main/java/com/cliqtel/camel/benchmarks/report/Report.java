/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What was measured: a table of what has a goal, and a table for each group of what there is besides. */
public final class Report {

    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder details = new StringBuilder();
    private final Consumer<String> heard;

    /** @param heard hears each thing as it comes, in case nothing comes after it */
    public Report(Consumer<String> heard) {
        this.heard = heard;
    }

    /** Adds a row of the table. */
    public void add(Row row) {
        rows.add(row);
        heard.accept("  " + row.markdown());
    }

    /** Adds a table of details. */
    public void add(Details table) {
        details.append(table.markdown()).append('\n');
        heard.accept(table.markdown());
    }

    /** All of it. */
    public String markdown() {
        StringBuilder text =
                new StringBuilder("\n| figure | goal | measured | ratio | |\n| --- | --- | --- | --- | --- |\n");
        rows.forEach(row -> text.append(row.markdown()).append('\n'));
        long missed =
                rows.stream().filter(row -> row.goal().missedBy(row.value())).count();
        text.append('\n').append(missed == 0 ? "Every goal is reached." : "Goals not reached: " + missed + ".");
        return text.append("\n\n").append(details).toString();
    }
}
