/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.proofs.sends.SendOutcome;

/**
 * The result of a soak.
 *
 * @param plan the plan
 * @param counts the counts of both sides
 * @param balance the comparison of the sends
 * @param samples the samples, in order
 * @param drained the time until nothing was outstanding; null if something was outstanding at the end
 */
public record SoakResult(
        SoakPlan plan, Counts counts, SendTally.Balance balance, List<Sample> samples, Duration drained) {

    /** How much the heap may rise: what polls remember for 24 hours is among it. */
    static final double HEAP_MEGABYTES_AN_HOUR = 8;

    static final double THREADS_AN_HOUR = 4;

    /**
     * A count on both sides.
     *
     * @param what in a few words
     * @param account what the simulator has
     * @param application what the component told
     * @param wrong in how many cases they differ, in words
     * @param kept whether they may
     */
    record Row(String what, String account, String application, String wrong, boolean kept) {}

    List<Row> rows() {
        return List.of(
                sends(),
                once("reports of status changes; routed with success", counts.reports),
                new Row(
                        "webhooks forged; believed",
                        "" + counts.of(Counts.FORGED),
                        "" + counts.of(Counts.BELIEVED),
                        "",
                        counts.of(Counts.BELIEVED) == 0),
                once("SMS that arrived; routed with success", counts.inbound),
                once("final statuses of the number polled; routed with success", counts.finals),
                new Row(
                        "its other statuses",
                        "",
                        "" + counts.passing.runs(),
                        "doubled " + counts.passing.doubled(),
                        counts.passing.doubled() == 0));
    }

    private Row sends() {
        SendTally sends = counts.sends;
        long sent = sends.ended(SendOutcome.Kind.SENT) + sends.ended(SendOutcome.Kind.SENT_AS_UNKNOWN_ID);
        return new Row(
                "SMS accepted; told as sent, and unknown of which accepted",
                "" + balance.accepted(),
                sent + ", and " + sends.ended(SendOutcome.Kind.UNKNOWN) + " of which " + balance.silent(),
                "doubled " + balance.doubled() + ", lost " + balance.lost() + ", denied though sent "
                        + balance.denied(),
                balance.isKept() && sends.open() == 0 && sends.ended(SendOutcome.Kind.OTHER) == 0);
    }

    private static Row once(String what, OnceCounter<?> things) {
        return new Row(
                what,
                "" + things.expected(),
                "" + things.runs(),
                "missing " + things.missing() + ", doubled " + things.doubled() + ", invented " + things.unexpected(),
                things.isKept());
    }

    /** What the application said that it should not. */
    Map<String, Long> odd() {
        return counts.all(Counts.ODD);
    }

    Trend heap() {
        return Trend.of(decisive(), Sample::heapMegabytes);
    }

    Trend threads() {
        return Trend.of(decisive(), Sample::threads);
    }

    /** The samples after rests that left nothing under way. */
    List<Sample> rested() {
        return samples.stream().filter(Sample::rested).toList();
    }

    /** Whether there were enough such samples to go by them alone. */
    boolean hasRested() {
        return rested().size() >= Trend.ENOUGH;
    }

    private List<Sample> decisive() {
        return hasRested() ? rested() : samples;
    }

    /** Whether neither heap nor threads grow for certain. */
    boolean isFlat() {
        return heap().verdict(HEAP_MEGABYTES_AN_HOUR) != Trend.Verdict.GROWING
                && threads().verdict(THREADS_AN_HOUR) != Trend.Verdict.GROWING;
    }

    /** Whether everything was as promised, and there was something to it. */
    public boolean isKept() {
        return drained != null
                && odd().isEmpty()
                && rows().stream().allMatch(Row::kept)
                && isFlat()
                && balance.accepted() > 0
                && counts.of(Counts.FORGED) > 0;
    }
}
