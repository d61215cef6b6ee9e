/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.report;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReportTest {

    private final RoundValues records = new RoundValues();
    private final Report report = new Report(line -> {});

    @Test
    void ratioIsTheMedianOfTheRounds() {
        note("ours", 50, 90, 300);
        note("theirs", 100, 100, 100);

        report.add(Row.ratio("speed", Goal.atLeast(0.9), of("ours"), of("theirs")));

        assertThat(report.markdown())
                .contains("| speed | ≥ 0.90 | 90.0/s against 100/s | 0.90 (0.50 to 3.00) | reached |")
                .contains("Every goal is reached.");
    }

    @Test
    void marksAMissedGoalInRowAndSummary() {
        note("ours", 120);
        note("theirs", 100);

        report.add(Row.ratio("bytes", Goal.atMost(1.1), of("ours"), of("theirs")));

        assertThat(report.markdown()).contains("**not reached**").contains("Goals not reached: 1.");
    }

    @Test
    void showsAValueWithoutAGoal() {
        note("ours", 12.34);

        report.add(Row.of("time", Goal.NONE, of("ours")));

        assertThat(report.markdown()).contains("| time |  | 12.3/s |  |  |").contains("Every goal is reached.");
    }

    @Test
    void replacesEarlierTables() {
        String page = "# Page\n<!-- measured -->\nold\n<!-- end of measured -->\nrest";

        assertThat(ReportPage.with(page, "new"))
                .isEqualTo("# Page\n<!-- measured -->\n\nnew\n\n<!-- end of measured -->\nrest");
        assertThatThrownBy(() -> ReportPage.with("# Page", "new")).hasMessageContaining("<!-- measured -->");
    }

    private void note(String name, double... values) {
        for (double value : values) {
            records.note(name, "", value);
        }
    }

    private Series of(String name) {
        return records.of(name, "", "/s");
    }
}
