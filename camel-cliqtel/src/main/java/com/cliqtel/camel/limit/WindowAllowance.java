/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/**
 * The permits of one limit.
 *
 * @param permits their number, at least 1
 * @param hold how long each counts after the end of its request, in nanoseconds: the window and its margin; 0 without a limit
 */
record WindowAllowance(int permits, long hold) {

    /** About thirty years, so that sums stay within a long. */
    private static final double LONGEST = 1e18;

    private static final WindowAllowance UNLIMITED = new WindowAllowance(Integer.MAX_VALUE, 0);

    /** Turns a share of less than one permit into one permit in a longer window. */
    static WindowAllowance of(int limit, double share, Window window) {
        if (limit == 0) {
            return UNLIMITED;
        }
        double stretched = Math.ceil(window.length().toNanos() / Math.min(1, limit * share));
        return new WindowAllowance(
                permits(limit, share),
                (long) Math.min(stretched, LONGEST) + window.margin().toNanos());
    }

    /** Returns the whole permits in a share of a limit, at least one. The tiny sum is for 0.29 * 100, which is 28.999... */
    static int permits(int limit, double share) {
        return Math.max(1, (int) (limit * share + 1e-9));
    }
}
