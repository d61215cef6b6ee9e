/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.state;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import com.cliqtel.camel.simulator.account.AccountState;

/** Writes the state to a file soon after each change, on a thread of its own. */
final class FileStateStore implements StateStore {

    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    // so that writing a large account takes no more than a third of the time
    private static final int PAUSE = 2;
    private static final Logger LOG = System.getLogger(FileStateStore.class.getName());

    private final StateFile file;
    private final AtomicReference<Supplier<AccountState>> followed = new AtomicReference<>();
    private final AtomicReference<Duration> wait = new AtomicReference<>(SOON);
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor thread = thread();

    private FileStateStore(StateFile file) {
        this.file = file;
    }

    static FileStateStore open(Path path) {
        return new FileStateStore(StateFile.open(path));
    }

    @Override
    public Optional<AccountState> load() {
        return file.read();
    }

    @Override
    public void follow(Supplier<AccountState> state) {
        followed.set(state);
        changed();
    }

    @Override
    public void changed() {
        if (followed.get() != null && due.compareAndSet(false, true)) {
            thread.schedule(this::write, wait.get().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Logs the first failure and retries: a full disk must not stop the simulator. */
    private void write() {
        // what changes from here on is another change
        due.set(false);
        long start = System.nanoTime();
        try {
            file.write(followed.get().get());
            Duration pause = Duration.ofNanos(System.nanoTime() - start).multipliedBy(PAUSE);
            wait.set(pause.compareTo(SOON) > 0 ? pause : SOON);
            failing.set(false);
        } catch (IOException e) {
            wait.set(AFTER_FAILURE);
            if (failing.compareAndSet(false, true)) {
                LOG.log(Logger.Level.WARNING, "The state file {0} cannot be written: {1}", file, e.toString());
            }
            changed();
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            // one that is being written: there must not be two at once
            thread.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isTerminated() && followed.get() != null) {
            write();
        }
        file.close();
    }

    private static ScheduledThreadPoolExecutor thread() {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread writer = new Thread(task, "cliqtel-simulator-state");
                    writer.setDaemon(true);
                    return writer;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return thread;
    }
}
