/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import com.cliqtel.camel.error.Causes;

/**
 * A question to the API that many may ask, and that is asked once at a time and once in a while: between, all have the same
 * answer, or the same failure. Thread-safe.
 *
 * @param <T> the answer
 */
public final class SharedCheck<T> {

    private final Supplier<CompletableFuture<T>> question;
    private final Duration good;
    private final LongSupplier nanos;
    private final AtomicReference<CompletableFuture<Heard<T>>> round = new AtomicReference<>();
    private final AtomicReference<Heard<T>> last = new AtomicReference<>();

    /**
     * Asks nothing yet.
     *
     * @param question never throws, and should hold nobody up
     * @param good how long an answer, and a failure, is good
     */
    public SharedCheck(Supplier<CompletableFuture<T>> question, Duration good) {
        this(question, good, System::nanoTime);
    }

    SharedCheck(Supplier<CompletableFuture<T>> question, Duration good, LongSupplier nanos) {
        this.question = question;
        this.good = good;
        this.nanos = nanos;
    }

    /**
     * What came of asking.
     *
     * @param at when it came
     * @param answer null where there was none
     * @param failure why there was none; else null
     * @param nanos when it came, by the clock that the probe counts by
     */
    public record Heard<T>(Instant at, T answer, Throwable failure, long nanos) {}

    /** What came of asking, now or a little while ago; never fails. */
    public CompletableFuture<Heard<T>> ask() {
        CompletableFuture<Heard<T>> known = round.get();
        if (known != null && isGood(known)) {
            return known.copy();
        }
        CompletableFuture<Heard<T>> mine = new CompletableFuture<>();
        if (!round.compareAndSet(known, mine)) {
            return ask();
        }
        question.get().whenComplete((answer, failure) -> {
            Heard<T> heard = new Heard<>(
                    InstantSource.system().instant(),
                    answer,
                    failure == null ? null : Causes.of(failure),
                    nanos.getAsLong());
            last.set(heard);
            mine.complete(heard);
        });
        return mine.copy();
    }

    private boolean isGood(CompletableFuture<Heard<T>> asked) {
        return !asked.isDone() || nanos.getAsLong() - asked.join().nanos() < good.toNanos();
    }

    /** What came of the last asking that is over; empty when none is. */
    public Optional<Heard<T>> last() {
        return Optional.ofNullable(last.get());
    }
}
