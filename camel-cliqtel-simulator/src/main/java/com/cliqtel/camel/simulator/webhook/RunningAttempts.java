/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Runs the attempts to send webhooks and tracks those that have not ended. Safe for use by several threads. */
final class RunningAttempts implements AutoCloseable {

    private final Executor threads;
    private final Set<CompletableFuture<Void>> running = new HashSet<>();
    private boolean closed;

    RunningAttempts(Executor threads) {
        this.threads = threads;
    }

    /** Runs an attempt on another thread after the previous webhook of the message, then ends the turn. */
    synchronized void take(MessageOrder.Turn turn, Runnable attempt) {
        if (closed) {
            return;
        }
        CompletableFuture<Void> sent = turn.before().handleAsync((done, failure) -> run(attempt), threads);
        running.add(sent);
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
        while (!running.isEmpty()) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new IllegalStateException(running.size() + " webhooks are still under way");
            }
            pause(millis);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.clear();
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void forget(CompletableFuture<Void> sent) {
        running.remove(sent);
        if (running.isEmpty()) {
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
