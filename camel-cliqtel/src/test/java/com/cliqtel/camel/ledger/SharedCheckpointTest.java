/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

class SharedCheckpointTest {

    private final AtomicInteger checkpoints = new AtomicInteger();
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        firstMayEnd.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void requestsDuringARunShareTheNextRun() {
        SharedCheckpoint shared = new SharedCheckpoint(ignored -> heldFirst(), new CheckpointPace());
        List<CompletableFuture<Optional<SQLException>>> ends = oneAndTenWhileItRuns(shared);

        firstMayEnd.countDown();

        assertThat(ends).map(CompletableFuture::join).containsOnly(Optional.empty());
        assertThat(checkpoints).hasValue(2);
    }

    @Test
    void aFailureReachesExactlyItsWaiters() {
        SharedCheckpoint shared = new SharedCheckpoint(
                ignored -> {
                    heldFirst();
                    if (checkpoints.get() == 2) {
                        throw new SQLTransactionRollbackException("the disk is full", "40001", 90031);
                    }
                },
                new CheckpointPace());
        List<CompletableFuture<Optional<SQLException>>> ends = oneAndTenWhileItRuns(shared);

        firstMayEnd.countDown();

        assertThat(ends.get(0).join()).isEmpty();
        List<SQLException> told = ends.subList(1, 11).stream()
                .map(end -> end.join().orElseThrow())
                .toList();
        assertThat(told).doesNotHaveDuplicates().allSatisfy(each -> {
            assertThat(each.getMessage()).isEqualTo("it is committed, but may not be on the disk: the disk is full");
            assertThat(each.getCause()).isInstanceOf(SQLTransactionRollbackException.class);
            assertThat(each.getErrorCode()).isEqualTo(90031);
            // none at which Transactions would try again
            assertThat(each.getSQLState()).isEqualTo("58030");
        });
        assertThatNoException().isThrownBy(() -> shared.after(null));
        assertThat(checkpoints).hasValue(3);
    }

    @Test
    void anErrorIsReportedAndDoesNotBlockOthers() {
        SharedCheckpoint shared = new SharedCheckpoint(
                ignored -> {
                    if (checkpoints.incrementAndGet() == 1) {
                        throw new OutOfMemoryError("made up");
                    }
                },
                new CheckpointPace());
        assertThat(ending(shared).orElseThrow().getMessage()).contains("made up");
        assertThat(ending(shared)).isEmpty();
    }

    @Test
    void whatIsAnsweredWasCommittedBeforeItsCheckpointBegan() {
        AtomicLong committed = new AtomicLong();
        AtomicLong onTheDisk = new AtomicLong();
        SharedCheckpoint shared = new SharedCheckpoint(
                ignored -> {
                    long begun = committed.get();
                    Thread.yield();
                    onTheDisk.set(begun);
                    checkpoints.incrementAndGet();
                },
                new CheckpointPace());
        List<CompletableFuture<Long>> lost = IntStream.range(0, 16)
                .mapToObj(each -> started(() -> {
                    long missing = 0;
                    for (int n = 0; n < 50; n++) {
                        long mine = committed.incrementAndGet();
                        ending(shared);
                        missing += onTheDisk.get() < mine ? 1 : 0;
                    }
                    return missing;
                }))
                .toList();
        assertThat(lost).allSatisfy(each -> assertThat(each.join()).isZero());
        assertThat(checkpoints.get()).isLessThan(16 * 50 / 2);
    }

    private void heldFirst() {
        if (checkpoints.incrementAndGet() == 1) {
            try {
                firstMayEnd.await();
            } catch (InterruptedException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        }
    }

    private List<CompletableFuture<Optional<SQLException>>> oneAndTenWhileItRuns(SharedCheckpoint shared) {
        List<CompletableFuture<Optional<SQLException>>> ends = new ArrayList<>();
        ends.add(started(() -> ending(shared)));
        await().until(() -> checkpoints.get() == 1);
        for (int n = 0; n < 10; n++) {
            ends.add(started(() -> ending(shared)));
        }
        await().until(() -> threads.stream().allMatch(each -> each.getState() == Thread.State.WAITING));
        return ends;
    }

    private <T> CompletableFuture<T> started(Supplier<T> work) {
        CompletableFuture<T> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> end.completeAsync(work, Runnable::run));
        threads.add(thread);
        thread.start();
        return end;
    }

    private static Optional<SQLException> ending(SharedCheckpoint shared) {
        try {
            shared.after(null);
            return Optional.empty();
        } catch (SQLException failed) {
            return Optional.of(failed);
        }
    }
}
