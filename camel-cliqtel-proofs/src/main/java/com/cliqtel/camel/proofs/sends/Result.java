/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param policy how it was sent
 * @param sends how many were wanted
 * @param census how they ended
 * @param traffic the calls
 * @param unknownBy what struck those that ended unknown, as {@link Traffic#lastFaults} counts
 * @param cost what it took
 */
public record Result(
        Policy policy, int sends, Census census, Traffic traffic, Map<String, Integer> unknownBy, Cost cost) {

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
        return census.ended(Ending.Kind.UNKNOWN) + census.ended(Ending.Kind.SENT_AS_UNKNOWN_ID);
    }

    long unknownReallySent() {
        return census.reallySent(Ending.Kind.UNKNOWN) + census.reallySent(Ending.Kind.SENT_AS_UNKNOWN_ID);
    }

    double percentUnknown() {
        return 100.0 * unknown() / sends;
    }

    double percentSent() {
        return 100.0 * census.ended(Ending.Kind.SENT) / sends;
    }
}
