/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import com.cliqtel.camel.model.Sms;

/** Counts events since the start, in memory and without personal data. Thread-safe. */
public final class EventCounts implements Observer {

    private final Map<Call, LongAdder> calls = new ConcurrentHashMap<>();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder reconciled = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder skipped = new LongAdder();

    private record Call(String operation, CallEnd end) {}

    @Override
    public void called(String operation, CallEnd how, long nanos) {
        Call call = new Call(operation, how);
        LongAdder known = calls.get(call);
        (known != null ? known : calls.computeIfAbsent(call, first -> new LongAdder())).increment();
    }

    @Override
    public void skipped(String operation, int rows) {
        skipped.add(rows);
    }

    @Override
    public void accepted(Sms sms) {
        accepted.increment();
    }

    @Override
    public void reconciled(Sms sms) {
        reconciled.increment();
    }

    @Override
    public void duplicate(Sms sms) {
        duplicates.increment();
    }

    @Override
    public void endedUnknown(Throwable failure) {
        unknown.increment();
    }

    /** Returns the number of calls by operation and result, such as {@code send.answered}, without zeros. */
    public Map<String, Long> calls() {
        Map<String, Long> counts = new TreeMap<>();
        calls.forEach(
                (call, count) -> counts.put(call.operation() + "." + call.end().word(), count.sum()));
        return counts;
    }

    /** Returns the number of accepted SMS with a readable answer. */
    public long accepted() {
        return accepted.sum();
    }

    /** Returns the number of SMS with unknown outcome that were found. */
    public long reconciled() {
        return reconciled.sum();
    }

    /** Returns the number of SMS that were not sent again, since their idempotency key had been used. */
    public long duplicates() {
        return duplicates.sum();
    }

    /** Returns the number of sends with unknown outcome. */
    public long unknown() {
        return unknown.sum();
    }

    /** Returns the number of rows that could not be read and were skipped. */
    public long skipped() {
        return skipped.sum();
    }
}
