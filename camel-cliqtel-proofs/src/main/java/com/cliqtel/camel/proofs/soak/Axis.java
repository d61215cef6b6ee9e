/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Numbers from 0 up along a line of a drawing.
 *
 * @param most the largest number on it, a multiple of the step
 * @param step from mark to mark
 * @param from where 0 is, in pixels
 * @param to where the largest is
 */
record Axis(double most, double step, double from, double to) {

    private static final double[] ROUND = {1, 2, 5, 10};

    /** With some marks at round numbers, and place for one. */
    static Axis upTo(double largest, int marks, double from, double to) {
        double step = step(largest, marks);
        return new Axis(Math.max(step, Math.ceil(largest / step) * step), step, from, to);
    }

    /** That ends just there. */
    static Axis endingAt(double most, int marks, double from, double to) {
        return new Axis(most, step(most, marks), from, to);
    }

    private static double step(double largest, int marks) {
        double least = Math.max(largest, 1e-9) / marks;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double round : ROUND) {
            if (round * power >= least * (1 - 1e-9)) {
                return round * power;
            }
        }
        return 10 * power;
    }

    double at(double number) {
        return from + (to - from) * number / most;
    }

    List<Double> marks() {
        return IntStream.rangeClosed(0, (int) Math.floor(most / step + 1e-9))
                .mapToObj(mark -> mark * step)
                .toList();
    }

    String words(double mark) {
        return step < 1 ? String.format(Locale.ROOT, "%.1f", mark) : String.format(Locale.ROOT, "%.0f", mark);
    }
}
