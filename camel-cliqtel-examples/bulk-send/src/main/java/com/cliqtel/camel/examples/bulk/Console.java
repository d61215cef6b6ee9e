/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where a person is told, and asked.
 *
 * @param in what the person types
 * @param out what the person reads
 * @param live whether a line can be written over; else there is a new one, less often
 */
record Console(BufferedReader in, PrintStream out, boolean live) {

    private static final Set<String> YES = Set.of("y", "yes");
    private static final String OVER = "\r\033[K";

    void says(String line) {
        out.println((live ? OVER : "") + line);
    }

    /** Asks; no answer is a no. */
    boolean agrees(String question) throws IOException {
        out.print(question + " [y/N] ");
        out.flush();
        String answer = in.readLine();
        return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    /** Tells a line again and again, until it is closed. */
    Ticker everySoOften(Supplier<String> line) {
        Duration pause = live ? Duration.ofSeconds(1) : Duration.ofSeconds(5);
        return new Ticker(pause, () -> {
            out.print(live ? OVER + line.get() : line.get() + System.lineSeparator());
            out.flush();
        });
    }

    /** Does something again and again. */
    static final class Ticker implements AutoCloseable {

        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });

        private Ticker(Duration pause, Runnable task) {
            timer.scheduleAtFixedRate(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            timer.shutdownNow();
        }
    }
}
