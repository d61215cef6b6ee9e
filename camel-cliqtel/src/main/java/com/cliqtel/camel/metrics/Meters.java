/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.metrics;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.observe.CallAttempt;
import com.cliqtel.camel.observe.CallEnd;
import com.cliqtel.camel.observe.Observer;
import com.cliqtel.camel.observe.SearchEnd;
import com.cliqtel.camel.observe.WaitReason;
import com.cliqtel.camel.wire.RateLimits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;

/**
 * Records events in meters. Each meter is registered once, so that recording only looks it up in a map.
 *
 * <p>The meters of known events are registered at the start, and those of an operation with all of its outcomes. So an event that has
 * not happened yet is 0 instead of missing, and a rate shows the first one. Thread-safe.
 */
final class Meters implements Observer {

    private static final String SEND = "send";
    private static final String CALL = "call";
    private static final String WEBHOOK = "webhook";

    private final RegisteredMeters book;
    private final Map<String, Map<CallEnd, Timer>> calls = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Map<CallEnd, Timer>>> attempts = new ConcurrentHashMap<>();
    private final Map<String, Map<CallEnd, Counter>> polls = new ConcurrentHashMap<>();
    private final Map<String, Counter> webhooks = new ConcurrentHashMap<>();
    private final Map<String, Source> sources = new ConcurrentHashMap<>();
    private final Map<String, QuotaGauges> quotas = new ConcurrentHashMap<>();
    private final Map<WaitReason, Timer> waits;
    private final Map<SearchEnd, Counter> searches;
    private final Counter unknown;
    private final Counter duplicates;
    private final Counter segments;
    private final CostCounters costs;

    /** The meters of one source of messages. */
    private record Source(Counter received, Timer lag) {}

    Meters(RegisteredMeters book, Supplier<Number> waiting, Collection<String> webhookAnswers) {
        this.book = book;
        waits = each(WaitReason.class, why -> book.timer(MeterName.WAIT, why.word()));
        searches = each(SearchEnd.class, result -> book.counter(MeterName.RECONCILED, result.word()));
        unknown = book.counter(MeterName.UNKNOWN);
        duplicates = book.counter(MeterName.DUPLICATES);
        segments = book.counter(MeterName.SEGMENTS);
        costs = new CostCounters(book);
        book.gauge(MeterName.WAITING, waiting);
        calls(SEND);
        attempts(SEND, CALL);
        webhookAnswers.forEach(this::answered);
        source(WEBHOOK);
    }

    private static <E extends Enum<E>, M> Map<E, M> each(Class<E> kinds, Function<E, M> meter) {
        Map<E, M> meters = new EnumMap<>(kinds);
        for (E kind : kinds.getEnumConstants()) {
            meters.put(kind, meter.apply(kind));
        }
        return meters;
    }

    // a look first: computeIfAbsent may lock
    private static <M> M known(Map<String, M> meters, String key, Function<String, M> making) {
        M known = meters.get(key);
        return known != null ? known : meters.computeIfAbsent(key, making);
    }

    private Map<CallEnd, Timer> calls(String operation) {
        return known(
                calls,
                operation,
                called -> each(CallEnd.class, how -> book.timer(MeterName.CALLS, called, how.word())));
    }

    private Map<CallEnd, Timer> attempts(String operation, String purpose) {
        return known(
                known(attempts, operation, called -> new ConcurrentHashMap<>()),
                purpose,
                why -> each(CallEnd.class, how -> book.timer(MeterName.ATTEMPTS, operation, why, how.word())));
    }

    private Counter answered(String answer) {
        return known(webhooks, answer, word -> book.counter(MeterName.WEBHOOKS, word));
    }

    @Override
    public void called(String operation, CallEnd how, long nanos) {
        calls(operation).get(how).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void attempted(CallAttempt attempt) {
        attempts(attempt.operation(), attempt.purpose())
                .get(attempt.how())
                .record(attempt.nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void waited(WaitReason why, long nanos) {
        waits.get(why).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void quotaOf(String account, RateLimits left) {
        known(quotas, account, whose -> new QuotaGauges(book, whose)).set(left);
    }

    @Override
    public void accountEnded(String account) {
        QuotaGauges gauges = quotas.remove(account);
        if (gauges != null) {
            gauges.close();
        }
    }

    @Override
    public void accepted(Sms sms) {
        bill(sms);
    }

    @Override
    public void reconciled(Sms sms) {
        bill(sms);
    }

    private void bill(Sms sms) {
        if (sms.segments() != null) {
            segments.increment(sms.segments());
        }
        costs.add(sms);
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
        searches.get(result).increment();
    }

    @Override
    public void webhook(String answer) {
        answered(answer).increment();
    }

    @Override
    public void received(String source, long lagNanos) {
        Source from = source(source);
        from.received().increment();
        if (lagNanos >= 0) {
            from.lag().record(lagNanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void polled(String source, CallEnd how, int messages) {
        known(polls, source, this::polls).get(how).increment();
    }

    private Map<CallEnd, Counter> polls(String source) {
        source(source);
        return each(CallEnd.class, end -> book.counter(MeterName.POLLS, source, end.word()));
    }

    private Source source(String source) {
        return known(
                sources,
                source,
                word -> new Source(book.counter(MeterName.RECEIVED, word), book.timer(MeterName.LAG, word)));
    }

    @Override
    public String toString() {
        return "Micrometer";
    }
}
