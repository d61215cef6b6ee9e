/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The same thing measured in several rounds.
 *
 * @param values one a round, in order
 * @param unit what they are in, as it stands behind a number
 */
public record Series(double[] values, String unit) {

    /** What the rounds are with another's taken away, round by round: this / other. */
    public Series over(Series other) {
        double[] ratios = IntStream.range(0, values.length)
                .mapToDouble(round -> values[round] / other.values[round])
                .toArray();
        return new Series(ratios, "");
    }

    /** What is in the middle. */
    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The least. */
    public double lowest() {
        return sorted()[0];
    }

    /** The greatest. */
    public double highest() {
        return sorted()[values.length - 1];
    }

    /** The middle with its unit. */
    public String text() {
        return number(median()) + unit;
    }

    /** The middle with its unit, and how far it spreads. */
    public String spread() {
        return number(median()) + unit + " (" + number(lowest()) + " to " + number(highest()) + ")";
    }

    private double[] sorted() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static String number(double value) {
        String format = Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
