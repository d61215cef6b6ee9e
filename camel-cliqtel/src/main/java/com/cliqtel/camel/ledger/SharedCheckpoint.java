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
 * One checkpoint for all who wait for one, and not too many of them. H2 writes at least a block for each changed page, the
 * path to it and its list of such pieces, and keeps what is outdated for 45 seconds: one checkpoint for each call made a
 * file of hundreds of megabytes.
 *
 * <p>Of those that come while one runs, the first makes the next, for all of them: it begins after all of them committed.
 *
 * <p>Thread-safe.
 */
final class SharedCheckpoint implements DiskFlush {

    private final DiskFlush checkpoint;
    private final CheckpointPace pace;
    private final long start = System.nanoTime();
    private final AtomicReference<Round> next = new AtomicReference<>(new Round());
    private final Lock running = new ReentrantLock();

    /** A checkpoint that has not begun. */
    private record Round(AtomicBoolean led, CompletableFuture<Void> end) {
        Round() {
            this(new AtomicBoolean(), new CompletableFuture<>());
        }
    }

    SharedCheckpoint(DiskFlush checkpoint, CheckpointPace pace) {
        this.checkpoint = checkpoint;
        this.pace = pace;
    }

    /** @throws SQLException to each whose commit the failed checkpoint was for, never with a state that asks for a retry */
    @Override
    public void after(Connection committed) throws SQLException {
        // also when it begins before the next line: it had not when this one read it
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
            checkpoint.after(connection);
            mine.end.complete(null);
        } catch (Throwable failed) {
            mine.end.completeExceptionally(failed);
        } finally {
            running.unlock();
        }
    }

    // an I/O error's state: what was committed must not be done a second time
    private static SQLException notOnTheDisk(Throwable because) {
        int code = because instanceof SQLException failed ? failed.getErrorCode() : 0;
        return new SQLException(
                "it is committed, but may not be on the disk: " + because.getMessage(), "58030", code, because);
    }
}
