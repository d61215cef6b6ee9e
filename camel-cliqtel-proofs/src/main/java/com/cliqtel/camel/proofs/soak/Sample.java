/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

/**
 * How the application was at a moment.
 *
 * @param seconds since the first order
 * @param heap in bytes, right after a garbage collection
 * @param threads that were alive
 * @param underWay exchanges that were in a route, most of them waiting
 * @param ledger in bytes, on disk
 * @param rested whether nothing new had come for long, and nothing was under way
 * @param done what had been done until then
 */
record Sample(double seconds, long heap, int threads, int underWay, long ledger, boolean rested, Done done) {

    private static final double MEGA = 1_000_000;

    /**
     * What had been done.
     *
     * @param sent orders told as sent
     * @param reports webhooks routed
     * @param inbound messages polled
     * @param statuses status changes polled
     * @param restarts of contexts
     */
    record Done(long sent, long reports, long inbound, long statuses, long restarts) {

        static final Done NOTHING = new Done(0, 0, 0, 0, 0);
    }

    double heapMegabytes() {
        return heap / MEGA;
    }

    double ledgerMegabytes() {
        return ledger / MEGA;
    }
}
