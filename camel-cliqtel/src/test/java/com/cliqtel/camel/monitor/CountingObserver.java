/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.observe.CallAttempt;
import com.cliqtel.camel.observe.Observer;
import com.cliqtel.camel.observe.SearchEnd;
import com.cliqtel.camel.observe.WaitReason;

/** Counts the events that the component's own counts leave out: attempts, waits, searches, segments and costs. */
final class CountingObserver implements Observer {

    private final ConcurrentMap<String, Long> attempts = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> waits = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> waitedNanos = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> searches = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> segments = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, BigDecimal> cost = new ConcurrentHashMap<>();

    @Override
    public void attempted(CallAttempt attempt) {
        attempts.merge(attempt.operation() + "." + attempt.how().word(), 1L, Long::sum);
    }

    @Override
    public void waited(WaitReason why, long nanos) {
        waits.merge(why.word(), 1L, Long::sum);
        waitedNanos.merge(why.word(), nanos, Long::sum);
    }

    @Override
    public void searched(SearchEnd result) {
        searches.merge(result.word(), 1L, Long::sum);
    }

    @Override
    public void accepted(Sms sms) {
        segments.merge("", (long) sms.segments(), Long::sum);
        cost.merge(sms.currency(), sms.cost(), BigDecimal::add);
    }

    @Override
    public void reconciled(Sms sms) {
        accepted(sms);
    }

    Map<String, Long> attempts() {
        return attempts;
    }

    Map<String, Long> waits() {
        return waits;
    }

    Map<String, Long> waitedNanos() {
        return waitedNanos;
    }

    Map<String, Long> searches() {
        return searches;
    }

    long segments() {
        return segments.getOrDefault("", 0L);
    }

    Map<String, BigDecimal> cost() {
        return cost;
    }
}
