/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The webhooks whose time has come and whose attempt has not ended. Safe for use by several threads. */
final class UnderWay implements AutoCloseable {

    private final Executor threads;
    private final Set<CompletableFuture<Void>> underWay = new HashSet<>();
    private boolean closed;

    UnderWay(Executor threads) {
        this.threads = threads;
    }

    /** Makes an attempt, by another thread, when the turn has come; then ends the turn. */
    synchronized void take(Turns.Turn turn, Runnable attempt) {
        if (closed) {
            return;
        }
        CompletableFuture<Void> sent = turn.before().handleAsync((done, failure) -> run(attempt), threads);
        underWay.add(sent);
        sent.whenComplete((done, failure) -> {
            turn.end().run();
            forget(sent);
        });
    }

    private Void run(Runnable attempt) {
        if (!isClosed()) {
            attempt.run();
        }
        return null;
    }

    synchronized void awaitNone(Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!underWay.isEmpty()) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new IllegalStateException(underWay.size() + " webhooks are still under way");
            }
            pause(millis);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        underWay.clear();
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void forget(CompletableFuture<Void> sent) {
        underWay.remove(sent);
        if (underWay.isEmpty()) {
            notifyAll();
        }
    }

    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while webhooks were under way", e);
        }
    }
}
