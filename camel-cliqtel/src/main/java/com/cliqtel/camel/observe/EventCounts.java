/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

import com.cliqtel.camel.model.Sms;

/** What has happened since the start, counted in memory; nothing in it tells one phone from another. Thread-safe. */
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

    // the server says it: whatever it says fills no memory
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

    /** How often a call of each operation ended how, such as {@code send.answered}; what never happened is missing. */
    public Map<String, Long> calls() {
        return snapshot(calls);
    }

    /** How often an attempt at a call of each operation ended how. */
    public Map<String, Long> attempts() {
        return snapshot(attempts);
    }

    /** How often a search for an SMS that nobody answered for came to what. */
    public Map<String, Long> searches() {
        return snapshot(searches, SearchEnd::word);
    }

    /** How many webhooks got each answer. */
    public Map<String, Long> webhooks() {
        return snapshot(webhooks);
    }

    /** How often routes were given something, by where it came from. */
    public Map<String, Long> received() {
        return snapshot(received);
    }

    /** How often something was waited for, by what. */
    public Map<String, Long> waits() {
        return snapshot(waits, WaitReason::word);
    }

    /** How long something was waited for in all, in milliseconds, by what. */
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

    /** How many SMS were accepted with an answer that could be read. */
    public long accepted() {
        return accepted.sum();
    }

    /** How many SMS that nobody had answered for were found. */
    public long reconciled() {
        return reconciled.sum();
    }

    /** How many SMS were not sent again, because they had been. */
    public long duplicates() {
        return duplicates.sum();
    }

    /** How many sends ended unknown. */
    public long unknown() {
        return unknown.sum();
    }

    /** How many rows of lists could not be read and were skipped. */
    public long skipped() {
        return skipped.sum();
    }

    /** How many segments were accepted or found. */
    public long segments() {
        return segments.sum();
    }

    /** What these cost, by currency. */
    public Map<String, BigDecimal> cost() {
        return new TreeMap<>(cost);
    }
}
