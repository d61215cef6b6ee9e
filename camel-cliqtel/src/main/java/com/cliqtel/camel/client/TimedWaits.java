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

/** Waits that hold no thread. After a wait, a worker continues. Closing ends each wait. Thread-safe. */
public final class TimedWaits implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Executor workers;
    private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Creates waits.
     *
     * @param timer ends waits; not shut down with this object
     * @param workers continue after waits; not shut down with this object
     */
    public TimedWaits(ScheduledExecutorService timer, Executor workers) {
        this.timer = timer;
        this.workers = workers;
    }

    /** The end of a wait because the component stops. */
    public static final class EndedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EndedException() {
            super("the component is stopping", null, false, false);
        }
    }

    /** Completes on a worker after a time. Fails with {@link EndedException} if this object is closed before. */
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
     * Returns a future that completes on a worker after another future has been completed.
     *
     * @return a future that fails with {@link EndedException} if this object is closed before; {@code awaited} then fails too
     */
    public <T> CompletableFuture<T> withWorker(CompletableFuture<T> awaited) {
        return then(
                awaited,
                (value, failure) -> failure == null
                        ? CompletableFuture.completedFuture(value)
                        : CompletableFuture.failedFuture(failure));
    }

    /**
     * Runs a step on a worker after a future has been completed.
     *
     * @param step gets {@link EndedException} if this object is closed before; {@code awaited} then fails too
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

    /** Makes a future fail with {@link TimeoutException} if it takes longer than {@code atMost}, and returns it. */
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

    // without a free worker, the thread that ended the wait continues, so that no step is lost
    private void handOver(Runnable rest) {
        try {
            workers.execute(rest);
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            rest.run();
        }
    }

    /** Returns the number of waits. */
    public int open() {
        return open.size();
    }

    /** Ends each wait, and each later one at once. */
    @Override
    public void close() {
        closed.set(true);
        open.forEach(waiting -> waiting.completeExceptionally(new EndedException()));
    }
}
