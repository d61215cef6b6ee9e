/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.metrics;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import com.cliqtel.camel.model.RateLimits;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.observe.Attempt;
import com.cliqtel.camel.observe.Ended;
import com.cliqtel.camel.observe.Observer;
import com.cliqtel.camel.observe.Searched;
import com.cliqtel.camel.observe.Wait;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;

/**
 * Records what it is told in meters that are registered once: to be told costs a look into a map, and nothing is built of tags.
 *
 * <p>What can be known is registered at the start, and each new operation with all its outcomes: what has not happened yet is 0, not
 * missing, and the first time is a rise that a rate shows. Thread-safe.
 */
final class Meters implements Observer {

    private static final String SEND = "send";
    private static final String CALL = "call";
    private static final String WEBHOOK = "webhook";

    private final MeterBook book;
    private final Map<String, Map<Ended, Timer>> calls = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Map<Ended, Timer>>> attempts = new ConcurrentHashMap<>();
    private final Map<String, Map<Ended, Counter>> polls = new ConcurrentHashMap<>();
    private final Map<String, Counter> webhooks = new ConcurrentHashMap<>();
    private final Map<String, Source> sources = new ConcurrentHashMap<>();
    private final Map<String, QuotaGauges> quotas = new ConcurrentHashMap<>();
    private final Map<Wait, Timer> waits;
    private final Map<Searched, Counter> searches;
    private final Counter unknown;
    private final Counter duplicates;
    private final Counter segments;
    private final Costs costs;

    /** What comes from one place. */
    private record Source(Counter received, Timer lag) {}

    Meters(MeterBook book, Supplier<Number> waiting, Collection<String> webhookAnswers) {
        this.book = book;
        waits = each(Wait.class, why -> book.timer(Measure.WAIT, why.word()));
        searches = each(Searched.class, result -> book.counter(Measure.RECONCILED, result.word()));
        unknown = book.counter(Measure.UNKNOWN);
        duplicates = book.counter(Measure.DUPLICATES);
        segments = book.counter(Measure.SEGMENTS);
        costs = new Costs(book);
        book.gauge(Measure.WAITING, waiting);
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

    private Map<Ended, Timer> calls(String operation) {
        return known(
                calls, operation, called -> each(Ended.class, how -> book.timer(Measure.CALLS, called, how.word())));
    }

    private Map<Ended, Timer> attempts(String operation, String purpose) {
        return known(
                known(attempts, operation, called -> new ConcurrentHashMap<>()),
                purpose,
                why -> each(Ended.class, how -> book.timer(Measure.ATTEMPTS, operation, why, how.word())));
    }

    private Counter answered(String answer) {
        return known(webhooks, answer, word -> book.counter(Measure.WEBHOOKS, word));
    }

    @Override
    public void called(String operation, Ended how, long nanos) {
        calls(operation).get(how).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void attempted(Attempt attempt) {
        attempts(attempt.operation(), attempt.purpose())
                .get(attempt.how())
                .record(attempt.nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void waited(Wait why, long nanos) {
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
    public void searched(Searched result) {
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
    public void polled(String source, Ended how, int messages) {
        known(polls, source, this::polls).get(how).increment();
    }

    private Map<Ended, Counter> polls(String source) {
        source(source);
        return each(Ended.class, end -> book.counter(Measure.POLLS, source, end.word()));
    }

    private Source source(String source) {
        return known(
                sources,
                source,
                word -> new Source(book.counter(Measure.RECEIVED, word), book.timer(Measure.LAG, word)));
    }

    @Override
    public String toString() {
        return "Micrometer";
    }
}
