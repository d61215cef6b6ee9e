/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/**
 * How many permits there are, and how long after its request's completion each is held.
 *
 * @param permits at least 1
 * @param hold nanoseconds: the window and its margin; 0 when there is no limit
 */
record WindowAllowance(int permits, long hold) {

    /** Some thirty years, to stay far from where a long ends. */
    private static final double LONGEST = 1e18;

    private static final WindowAllowance UNLIMITED = new WindowAllowance(Integer.MAX_VALUE, 0);

    /** A share that is less than one permit is one permit in a longer window. */
    static WindowAllowance of(int limit, double share, Window window) {
        if (limit == 0) {
            return UNLIMITED;
        }
        double stretched = Math.ceil(window.length().toNanos() / Math.min(1, limit * share));
        return new WindowAllowance(
                permits(limit, share),
                (long) Math.min(stretched, LONGEST) + window.margin().toNanos());
    }

    /** The whole permits in a share of a limit, at least one. The tiny sum is for 0.29 * 100, which is 28.999... */
    static int permits(int limit, double share) {
        return Math.max(1, (int) (limit * share + 1e-9));
    }
}
