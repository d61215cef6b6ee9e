/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs work on a thread that nobody else has: nobody interrupts it, and no transaction is bound to it. An interrupt in the
 * middle of a write closes H2's file, and all who use it then wait for ever; and a forced shutdown interrupts just those who
 * must still write what happened.
 *
 * <p>As many threads as callers, all daemons, which end when they have nothing to do: nobody has to stop them.
 */
final class OwnThread {

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), OwnThread::daemon);

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "cliqtel-ledger");
        thread.setDaemon(true);
        thread.setContextClassLoader(OwnThread.class.getClassLoader());
        return thread;
    }

    /** What came of it, waited for whether the caller is interrupted or not; the caller's interrupt stays. */
    <T> T call(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException failed) {
            // anew, to show where the caller was
            if (failed.getCause() instanceof LedgerException told) {
                throw new LedgerException(told.getMessage(), told.getCause());
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed;
        }
    }
}
