/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.report;

/**
 * One figure.
 *
 * @param figure what it is
 * @param goal what it should come to
 * @param measured what was measured, as text
 * @param ratio the ratio and its spread as text; empty for a figure that is none
 * @param value what the goal is held against
 */
public record Row(String figure, Goal goal, String measured, String ratio, double value) {

    /** A ratio: between what was measured of ours and of a competitor's, round by round. */
    public static Row ratio(String figure, Goal goal, Series ours, Series theirs) {
        Series ratio = ours.over(theirs);
        return new Row(
                figure,
                goal,
                ours.text() + " against " + theirs.text(),
                "%.2f (%.2f to %.2f)".formatted(ratio.median(), ratio.lowest(), ratio.highest()),
                ratio.median());
    }

    /** A figure that is no ratio. */
    public static Row of(String figure, Goal goal, Series measured) {
        return new Row(figure, goal, measured.text(), "", measured.median());
    }

    String markdown() {
        return "| " + figure + " | " + goal.text() + " | " + measured + " | " + ratio + " | " + goal.verdict(value)
                + " |";
    }
}
