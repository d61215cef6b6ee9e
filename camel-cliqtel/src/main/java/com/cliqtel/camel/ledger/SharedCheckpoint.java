/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One checkpoint for all callers that wait for one, at a limited rate. H2 writes at least a block for each changed page, the path
 * to the page and its list of blocks, and keeps outdated blocks for 45 seconds. One checkpoint for each call made a file of
 * hundreds of megabytes.
 *
 * <p>Of the calls that begin while a checkpoint runs, the first one makes the next checkpoint, for all of them. It begins after
 * all of them have committed.
 *
 * <p>Thread-safe.
 */
final class SharedCheckpoint {

    private final Checkpoint checkpoint;
    private final CheckpointPace pace;
    private final long start = System.nanoTime();
    private final AtomicReference<Round> next = new AtomicReference<>(new Round());
    private final Lock running = new ReentrantLock();

    /** Makes a checkpoint. */
    @FunctionalInterface
    interface Checkpoint {

        void make(Connection connection) throws SQLException;
    }

    /** A checkpoint that hasn't begun. */
    private record Round(AtomicBoolean led, CompletableFuture<Void> end) {
        Round() {
            this(new AtomicBoolean(), new CompletableFuture<>());
        }
    }

    SharedCheckpoint(Checkpoint checkpoint, CheckpointPace pace) {
        this.checkpoint = checkpoint;
        this.pace = pace;
    }

    /**
     * Returns when everything that was committed before the call is on the disk.
     *
     * @throws SQLException if the checkpoint for this commit failed; never with a state that requests a retry
     */
    void after(Connection committed) throws SQLException {
        // it may begin before the next line, but hadn't begun when it was read
        Round mine = next.get();
        if (mine.led.compareAndSet(false, true)) {
            lead(mine, committed);
        }
        try {
            mine.end.join();
        } catch (CompletionException failed) {
            throw notOnTheDisk(failed.getCause());
        }
    }

    private void lead(Round mine, Connection connection) {
        running.lock();
        try {
            LockSupport.parkNanos(pace.toWait(System.nanoTime() - start));
            next.set(new Round());
            checkpoint.make(connection);
            mine.end.complete(null);
        } catch (Throwable failed) {
            mine.end.completeExceptionally(failed);
        } finally {
            running.unlock();
        }
    }

    // with the state of an I/O error, since a committed statement must not be repeated
    private static SQLException notOnTheDisk(Throwable because) {
        int code = because instanceof SQLException failed ? failed.getErrorCode() : 0;
        return new SQLException(
                "it is committed, but may not be on the disk: " + because.getMessage(), "58030", code, because);
    }
}
