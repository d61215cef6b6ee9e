/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.reports;

import java.time.Duration;
import java.util.Map;

/**
 * The counts of a run.
 *
 * @param reports delivery reports
 * @param posts POSTs of reports
 * @param runs runs of the route
 * @param failures failed runs
 * @param once reports that were processed successfully once
 * @param oftener reports that were processed successfully more than once
 * @param wrongInTheEnd messages with a wrong final state, if stale reports are ignored
 * @param stale runs that were marked as stale
 * @param forged POSTs of forged reports
 * @param forgedRouted forged reports that reached the route
 * @param answers the number of each answer on both nodes
 * @param time the length of the run
 */
public record ReportsResult(
        int reports,
        long posts,
        long runs,
        long failures,
        int once,
        int oftener,
        long wrongInTheEnd,
        long stale,
        long forged,
        long forgedRouted,
        Map<String, Long> answers,
        Duration time) {

    public int never() {
        return reports - once - oftener;
    }

    /** Whether all was as promised, and there was something to it. */
    public boolean kept() {
        return never() == 0 && oftener == 0 && wrongInTheEnd == 0 && forgedRouted == 0 && failures > 0 && forged > 0;
    }
}
