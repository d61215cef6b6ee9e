/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs work on threads that are never interrupted and to which no transaction is bound. An interrupt during a write closes H2's
 * file, and all its users then block. A forced shutdown interrupts the threads that must still write a result.
 *
 * <p>It has as many threads as callers. They are daemons and end when they are idle, so it needs no closing. Thread-safe.
 */
final class UninterruptedExecutor {

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), UninterruptedExecutor::daemon);

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "cliqtel-ledger");
        thread.setDaemon(true);
        thread.setContextClassLoader(UninterruptedExecutor.class.getClassLoader());
        return thread;
    }

    /** Runs the work and returns its result. An interrupt of the caller doesn't end the wait, and is kept. */
    <T> T call(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException failed) {
            throw unwrapped(failed);
        }
    }

    /** Returns the exception of the work, made anew to show where the caller was. */
    static RuntimeException unwrapped(CompletionException failed) {
        if (failed.getCause() instanceof LedgerException told) {
            return new LedgerException(told.getMessage(), told.getCause());
        }
        if (failed.getCause() instanceof UnusableDatabaseException told) {
            return new UnusableDatabaseException(told.getMessage(), told.getCause());
        }
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed;
    }
}
