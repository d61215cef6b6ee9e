/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A straight line through samples, from the end of their first fifth, in which everything fills up.
 *
 * @param from where it begins, in seconds
 * @param length how long it is, in seconds
 * @param atFrom its value there
 * @param perHour how much it rises in an hour
 * @param error the standard error of that
 */
record Trend(double from, double length, double atFrom, double perHour, double error) {

    private static final double WARM = 0.2;
    static final int ENOUGH = 4;
    private static final double HOUR = 3_600;
    private static final double LEAST_SECONDS = 900;

    /** What can be said of it. */
    enum Verdict {
        /** It rises by less than is allowed, and two standard errors are less than that too. */
        FLAT,
        /** It rises by more, for certain: two standard errors less would be too much still. */
        GROWING,
        /** Chance may hide either, or it was too short: a few minutes more would say another thing. */
        UNDECIDED
    }

    static Trend of(List<Sample> samples, ToDoubleFunction<Sample> value) {
        List<Sample> warm = samples.subList((int) Math.ceil(samples.size() * WARM), samples.size());
        if (warm.size() < ENOUGH) {
            return new Trend(0, 0, 0, 0, Double.POSITIVE_INFINITY);
        }
        double x = mean(warm, Sample::seconds);
        double y = mean(warm, value);
        double spread = warm.stream().mapToDouble(s -> square(s.seconds() - x)).sum();
        double slope = warm.stream()
                        .mapToDouble(s -> (s.seconds() - x) * (value.applyAsDouble(s) - y))
                        .sum()
                / spread;
        double rest = warm.stream()
                .mapToDouble(s -> square(value.applyAsDouble(s) - y - slope * (s.seconds() - x)))
                .sum();
        double from = warm.get(0).seconds();
        double error = Math.sqrt(rest / (warm.size() - 2) / spread);
        double length = warm.get(warm.size() - 1).seconds() - from;
        return new Trend(from, length, y - slope * (x - from), slope * HOUR, error * HOUR);
    }

    Verdict verdict(double allowedPerHour) {
        if (length < LEAST_SECONDS) {
            return Verdict.UNDECIDED;
        }
        if (perHour - 2 * error > allowedPerHour) {
            return Verdict.GROWING;
        }
        return perHour <= allowedPerHour && 2 * error <= allowedPerHour ? Verdict.FLAT : Verdict.UNDECIDED;
    }

    double at(double seconds) {
        return atFrom + perHour * (seconds - from) / HOUR;
    }

    String words(String unit) {
        return String.format(Locale.ROOT, "%+.2f ± %.2f %s an hour", perHour, 2 * error, unit);
    }

    private static double mean(List<Sample> samples, ToDoubleFunction<Sample> value) {
        return samples.stream().mapToDouble(value).average().orElse(0);
    }

    private static double square(double number) {
        return number * number;
    }
}
