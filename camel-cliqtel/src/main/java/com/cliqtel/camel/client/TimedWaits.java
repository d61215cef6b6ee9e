/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/**
 * Waiting that holds no thread: what comes after a wait goes on with a worker, and closing ends every wait. Thread-safe.
 */
public final class TimedWaits implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Executor workers;
    private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Waits by a timer.
     *
     * @param timer wakes what waits; whoever made it shuts it down
     * @param workers go on with what was woken; whoever made them shuts them down
     */
    public TimedWaits(ScheduledExecutorService timer, Executor workers) {
        this.timer = timer;
        this.workers = workers;
    }

    /** A wait that was ended before its time because everything ends. */
    public static final class EndedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EndedException() {
            super("everything ends", null, false, false);
        }
    }

    /** Completes with a worker after a while; fails with {@link EndedException} when this is closed before. */
    public CompletableFuture<Void> pass(Duration length) {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        try {
            timer.schedule(() -> passed.complete(null), length.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException stopping) {
            passed.completeExceptionally(new EndedException());
        }
        return withWorker(passed);
    }

    /**
     * What somebody else completes, on whatever thread, gone on with by a worker.
     *
     * @return fails with {@link EndedException} when this is closed before; {@code awaited} is then ended too
     */
    public <T> CompletableFuture<T> withWorker(CompletableFuture<T> awaited) {
        return then(
                awaited,
                (value, failure) -> failure == null
                        ? CompletableFuture.completedFuture(value)
                        : CompletableFuture.failedFuture(failure));
    }

    /**
     * A step that a worker takes once somebody else has completed what is awaited, on whatever thread.
     *
     * @param step is given {@link EndedException} when this is closed before; {@code awaited} is then ended too
     */
    public <T, R> CompletableFuture<R> then(
            CompletableFuture<T> awaited, BiFunction<T, Throwable, CompletableFuture<R>> step) {
        open.add(awaited);
        if (closed.get()) {
            awaited.completeExceptionally(new EndedException());
        }
        return FutureContinuation.with(this::handOver, awaited, (value, failure) -> {
            open.remove(awaited);
            return step.apply(value, failure);
        });
    }

    /** The same future, failed with {@link TimeoutException} when it takes longer than {@code atMost}. */
    public <T> CompletableFuture<T> atMost(Duration atMost, CompletableFuture<T> awaited) {
        try {
            Future<?> alarm = timer.schedule(
                    () -> awaited.completeExceptionally(new TimeoutException()),
                    atMost.toNanos(),
                    TimeUnit.NANOSECONDS);
            awaited.whenComplete((value, failure) -> alarm.cancel(false));
        } catch (RejectedExecutionException stopping) {
            awaited.completeExceptionally(new EndedException());
        }
        return awaited;
    }

    // without a worker left, whoever ends the wait goes on himself: nothing may be left undone
    private void handOver(Runnable rest) {
        try {
            workers.execute(rest);
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            rest.run();
        }
    }

    /** How many wait now. */
    public int open() {
        return open.size();
    }

    /** Ends every wait, and those that are still to come at once. */
    @Override
    public void close() {
        closed.set(true);
        open.forEach(waiting -> waiting.completeExceptionally(new EndedException()));
    }

    @Override
    public String toString() {
        return "Waits[" + open() + " open]";
    }
}
