/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The result of a run.
 *
 * @param policy how it was sent
 * @param sends the number of sends
 * @param comparison outcomes compared with the account
 * @param calls statistics of the calls
 * @param unknownBy the faults of the sends that ended unknown, see {@link CallStatistics#lastFaults}
 * @param cost time and threads
 */
public record SendsResult(
        SendPolicy policy,
        int sends,
        SendComparison comparison,
        CallStatistics calls,
        Map<String, Integer> unknownBy,
        Cost cost) {

    /**
     * What a run took.
     *
     * @param time from the first send to the last end
     * @param refused connections that were refused
     * @param threads at most, of the whole JVM
     * @param threadsOfComponent at most
     */
    record Cost(Duration time, int refused, int threads, long threadsOfComponent) {}

    /** The promises it broke, in a few words each; empty when all were kept. */
    public List<String> broken() {
        return policy.broken(this);
    }

    /** Those that were not told an id, nor that they were not sent. */
    long unknown() {
        return comparison.ended(SendOutcome.Kind.UNKNOWN) + comparison.ended(SendOutcome.Kind.SENT_AS_UNKNOWN_ID);
    }

    long unknownReallySent() {
        return comparison.reallySent(SendOutcome.Kind.UNKNOWN)
                + comparison.reallySent(SendOutcome.Kind.SENT_AS_UNKNOWN_ID);
    }

    double percentUnknown() {
        return 100.0 * unknown() / sends;
    }

    double percentSent() {
        return 100.0 * comparison.ended(SendOutcome.Kind.SENT) / sends;
    }
}
