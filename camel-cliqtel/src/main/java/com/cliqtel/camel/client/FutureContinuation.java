/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

import com.cliqtel.camel.error.Causes;

/**
 * A step after a future that has ended with a result or a failure: {@code handle} and {@code thenCompose} in one. It needs half of
 * their memory, since a hundred thousand exchanges may wait. Thread-safe.
 *
 * @param <T> the result of the future before
 * @param <R> the result of the step
 */
public final class FutureContinuation<T, R> extends CompletableFuture<R> implements BiConsumer<T, Throwable> {

    private final BiFunction<T, Throwable, CompletableFuture<R>> step;

    private FutureContinuation(BiFunction<T, Throwable, CompletableFuture<R>> step) {
        this.step = step;
    }

    /**
     * Runs a step after a future has ended, on the thread that ended it.
     *
     * @param step gets the result, or the failure without the exceptions that futures wrap it in. An exception that it throws is the
     *     failure of the returned future
     */
    public static <T, R> CompletableFuture<R> of(
            CompletableFuture<T> awaited, BiFunction<T, Throwable, CompletableFuture<R>> step) {
        FutureContinuation<T, R> continuation = new FutureContinuation<>(step);
        awaited.whenComplete(continuation);
        return continuation;
    }

    /** Does the same on a thread of the worker. */
    static <T, R> CompletableFuture<R> with(
            Executor worker, CompletableFuture<T> awaited, BiFunction<T, Throwable, CompletableFuture<R>> step) {
        FutureContinuation<T, R> continuation = new FutureContinuation<>(step);
        awaited.whenCompleteAsync(continuation, worker);
        return continuation;
    }

    /** Called by the future before. */
    @Override
    public void accept(T value, Throwable failure) {
        try {
            step.apply(value, failure == null ? null : Causes.of(failure)).whenComplete(this::end);
        } catch (RuntimeException | Error thrown) {
            completeExceptionally(thrown);
        }
    }

    private void end(R result, Throwable failure) {
        if (failure == null) {
            complete(result);
        } else {
            completeExceptionally(Causes.of(failure));
        }
    }
}
