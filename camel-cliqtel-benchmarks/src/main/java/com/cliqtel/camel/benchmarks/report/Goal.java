/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.report;

import java.util.Locale;
import java.util.function.DoublePredicate;

/**
 * The goal of a figure.
 *
 * @param text the goal as text
 * @param reached tests a value
 */
public record Goal(String text, DoublePredicate reached) {

    /** A figure that is only told. */
    public static final Goal NONE = new Goal("", value -> true);

    /** This or more. */
    public static Goal atLeast(double least) {
        return new Goal("≥ " + number(least), value -> value >= least);
    }

    /** This or less. */
    public static Goal atMost(double most) {
        return new Goal("≤ " + number(most), value -> value <= most);
    }

    /** The same goal in other words. */
    public Goal as(String words) {
        return new Goal(words, reached);
    }

    boolean missedBy(double value) {
        return !reached.test(value);
    }

    String verdict(double value) {
        return text.isEmpty() ? "" : missedBy(value) ? "**not reached**" : "reached";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
