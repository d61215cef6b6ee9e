/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

import com.cliqtel.camel.model.Sms;

/** Counts events since the start, in memory and without personal data. Thread-safe. */
public final class EventCounts implements Observer {

    private static final int MOST_CURRENCIES = 20;

    private final Map<Called, LongAdder> calls = new ConcurrentHashMap<>();
    private final Map<Called, LongAdder> attempts = new ConcurrentHashMap<>();
    private final Map<SearchEnd, LongAdder> searches = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> webhooks = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> received = new ConcurrentHashMap<>();
    private final Map<WaitReason, LongAdder> waits = new ConcurrentHashMap<>();
    private final Map<WaitReason, LongAdder> waitedNanos = new ConcurrentHashMap<>();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder reconciled = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final LongAdder segments = new LongAdder();
    private final Map<String, BigDecimal> cost = new ConcurrentHashMap<>();

    private record Called(String operation, CallEnd how) {
        @Override
        public String toString() {
            return operation + "." + how.word();
        }
    }

    @Override
    public void called(String operation, CallEnd how, long nanos) {
        count(calls, new Called(operation, how));
    }

    @Override
    public void attempted(CallAttempt attempt) {
        count(attempts, new Called(attempt.operation(), attempt.how()));
    }

    @Override
    public void waited(WaitReason why, long nanos) {
        count(waits, why);
        adder(waitedNanos, why).add(nanos);
    }

    @Override
    public void skipped(String operation, int rows) {
        skipped.add(rows);
    }

    @Override
    public void accepted(Sms sms) {
        accepted.increment();
        bill(sms);
    }

    @Override
    public void reconciled(Sms sms) {
        reconciled.increment();
        bill(sms);
    }

    private void bill(Sms sms) {
        if (sms.segments() != null) {
            segments.add(sms.segments());
        }
        if (sms.cost() != null && isCounted(sms.currency())) {
            cost.merge(sms.currency(), sms.cost(), BigDecimal::add);
        }
    }

    // limited, since the server names the currency
    private boolean isCounted(String currency) {
        return currency != null && (cost.size() < MOST_CURRENCIES || cost.containsKey(currency));
    }

    @Override
    public void duplicate(Sms sms) {
        duplicates.increment();
    }

    @Override
    public void endedUnknown(Throwable failure) {
        unknown.increment();
    }

    @Override
    public void searched(SearchEnd result) {
        count(searches, result);
    }

    @Override
    public void webhook(String answer) {
        count(webhooks, answer);
    }

    @Override
    public void received(String source, long lagNanos) {
        count(received, source);
    }

    private static <K> void count(Map<K, LongAdder> counts, K key) {
        adder(counts, key).increment();
    }

    private static <K> LongAdder adder(Map<K, LongAdder> counts, K key) {
        LongAdder known = counts.get(key);
        return known != null ? known : counts.computeIfAbsent(key, first -> new LongAdder());
    }

    /** Returns the number of calls by operation and result, such as {@code send.answered}, without zeros. */
    public Map<String, Long> calls() {
        return snapshot(calls);
    }

    /** Returns the number of attempts by operation and result. */
    public Map<String, Long> attempts() {
        return snapshot(attempts);
    }

    /** Returns the number of searches for an SMS with unknown outcome, by result. */
    public Map<String, Long> searches() {
        return snapshot(searches, SearchEnd::word);
    }

    /** Returns the number of webhooks by answer. */
    public Map<String, Long> webhooks() {
        return snapshot(webhooks);
    }

    /** Returns the number of events passed to routes, by source. */
    public Map<String, Long> received() {
        return snapshot(received);
    }

    /** Returns the number of waits by reason. */
    public Map<String, Long> waits() {
        return snapshot(waits, WaitReason::word);
    }

    /** Returns the total time of waits in milliseconds, by reason. */
    public Map<String, Long> waitedMillis() {
        Map<String, Long> words = new TreeMap<>();
        waitedNanos.forEach((why, nanos) -> words.put(why.word(), nanos.sum() / 1_000_000));
        return words;
    }

    private static <K> Map<String, Long> snapshot(Map<K, LongAdder> counts) {
        return snapshot(counts, Object::toString);
    }

    private static <K> Map<String, Long> snapshot(Map<K, LongAdder> counts, Function<K, String> word) {
        Map<String, Long> words = new TreeMap<>();
        counts.forEach((key, count) -> words.put(word.apply(key), count.sum()));
        return words;
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

    /** Returns the number of accepted or found segments. */
    public long segments() {
        return segments.sum();
    }

    /** Returns the cost of these segments, by currency. */
    public Map<String, BigDecimal> cost() {
        return new TreeMap<>(cost);
    }
}
