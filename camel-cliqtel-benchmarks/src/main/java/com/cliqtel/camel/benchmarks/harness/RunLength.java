/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.harness;

/**
 * The length of the measurements.
 *
 * @param quick whether each benchmark runs once and briefly, only to check that it works
 * @param rounds number of times each competitor is measured, in turn with the others, each time in a new process
 */
public record RunLength(boolean quick, int rounds) {

    /** The JVM argument that passes {@link #quick} to a measuring process. */
    String jvmArgument() {
        return "-Dbench.quick=" + quick;
    }

    /** Reads the system properties {@code bench.quick} and {@code bench.rounds}. */
    public static RunLength fromProperties() {
        boolean quick = !System.getProperty("bench.quick", "false").equals("false");
        return new RunLength(quick, quick ? 1 : Integer.getInteger("bench.rounds", 3));
    }

    /** Returns the first value for a whole run and the second for a quick one. */
    public int of(int whole, int small) {
        return quick ? small : whole;
    }

    /** The line under the report that states the length of the run. */
    public String line() {
        return quick
                ? "**Quick: only to see that it works; the figures mean nothing.**"
                : rounds
                        + " rounds, the competitors in turn; a ratio is the median of the rounds' (lowest to highest).";
    }
}
