/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks;

/**
 * How long it is measured.
 *
 * @param quick whether it is only tried: each thing once and short
 * @param rounds how often each competitor is measured, in turn with the others, each time in a new process
 */
public record Scale(boolean quick, int rounds) {

    /** Tells it to a process that is started with it. */
    String jvmArgument() {
        return "-Dbench.quick=" + quick;
    }

    /** As the command said. */
    public static Scale fromProperties() {
        boolean quick = !System.getProperty("bench.quick", "false").equals("false");
        return new Scale(quick, quick ? 1 : Integer.getInteger("bench.rounds", 3));
    }

    /** Either of two values. */
    public int of(int whole, int small) {
        return quick ? small : whole;
    }

    String line() {
        return quick
                ? "**Quick: only to see that it works; the figures mean nothing.**"
                : rounds
                        + " rounds, the competitors in turn; a ratio is the median of the rounds' (lowest to highest).";
    }
}
