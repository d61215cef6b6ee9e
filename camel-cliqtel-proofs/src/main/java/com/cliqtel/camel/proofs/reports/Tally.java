/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.reports;

import java.time.Duration;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param reports how many there were
 * @param posts how often one was posted
 * @param runs how often the route ran
 * @param failures how often it failed
 * @param once reports that were processed with success once
 * @param oftener reports that were oftener
 * @param wrongInTheEnd messages whose state, as the route has it that ignores what is stale, is not the last one
 * @param stale how often a report was marked as stale
 * @param forged how many forged ones were posted
 * @param forgedRouted how many of them came to the route
 * @param answers how many requests got each answer, on both nodes
 * @param time how long it took
 */
public record Tally(
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
