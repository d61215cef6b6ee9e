/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

import com.cliqtel.camel.proofs.sends.SendOutcome;

/** Everything that is counted, on both sides. Thread-safe. */
final class Counts {

    /** Webhooks that the account sent, copies and repeats among them. */
    static final String WEBHOOKS = "webhook: genuine";

    static final String FORGED = "webhook: forged";
    /** Forged ones that were answered with yes. */
    static final String BELIEVED = "webhook: believed";
    /** What struck calls; its name follows. */
    static final String FAULT = "fault: ";
    /** How reads ended; their names follow. */
    static final String READ = "read: ";
    /** What the application says that it should not; what follows. */
    static final String ODD = "odd: ";

    /** Reports that were not routed; what their webhooks were answered with follows. */
    static final String MISSING = "missing: ";

    static final String RESTARTS = "restarts";

    /**
     * A state that a message has come to.
     *
     * @param id the message's
     * @param status the API's word
     */
    record State(long id, String status) {}

    final SendTally sends = new SendTally();
    /** Delivery reports, each to be routed once. */
    final OnceCounter<State> reports = new OnceCounter<>();
    /** Messages that arrived. */
    final OnceCounter<Long> inbound = new OnceCounter<>();
    /** Final states of those messages whose statuses are polled. */
    final OnceCounter<State> finals = new OnceCounter<>();
    /** Other states of theirs, which need not be seen, but oftener than once must not. */
    final OnceCounter<State> passing = new OnceCounter<>();

    private final Map<String, Long> others = new ConcurrentSkipListMap<>();

    /** One more of something else. */
    void add(String what) {
        others.merge(what, 1L, Long::sum);
    }

    long of(String what) {
        return others.getOrDefault(what, 0L);
    }

    /** All that begin so, without that beginning. */
    Map<String, Long> all(String beginning) {
        Map<String, Long> some = new TreeMap<>();
        others.forEach((what, count) -> {
            if (what.startsWith(beginning)) {
                some.put(what.substring(beginning.length()), count);
            }
        });
        return some;
    }

    /** Whether nothing is outstanding that is known of. */
    boolean isDrained() {
        return sends.open() == 0 && reports.missing() == 0 && inbound.missing() == 0 && finals.missing() == 0;
    }

    Sample.Done done() {
        return new Sample.Done(
                sends.ended(SendOutcome.Kind.SENT),
                reports.runs(),
                inbound.runs(),
                finals.runs() + passing.runs(),
                of(RESTARTS));
    }
}
