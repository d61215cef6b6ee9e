/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The process of the watched application. */
final class ApplicationProcess implements AutoCloseable {

    private static final long LONGEST_END_SECONDS = 300;
    // of the serial collector, what is in use after a collection is exact
    private static final List<String> JAVA = List.of("-Xmx256m", "-XX:+UseSerialGC", "-Xshare:auto");

    private final Process process;
    private final PrintStream orders;
    private final CompletableFuture<Void> ended;

    private ApplicationProcess(Process process, Consumer<String[]> listener) {
        this.process = process;
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.ended = new CompletableFuture<>();
        Thread reader = new Thread(() -> listen(listener), "soak application " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts one with the class path and the Java of this process.
     *
     * @param listener is given what it says, a line each, in order
     */
    static ApplicationProcess start(ApplicationSettings account, Path log, Consumer<String[]> listener)
            throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = Stream.of(
                        Stream.of(java),
                        JAVA.stream(),
                        Stream.of("-cp", System.getProperty("java.class.path"), Application.class.getName()),
                        account.words().stream())
                .flatMap(words -> words)
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
        return new ApplicationProcess(process, listener);
    }

    private void listen(Consumer<String[]> listener) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split(ApplicationOutput.BETWEEN, -1)).forEach(listener);
            ended.complete(null);
        } catch (IOException | UncheckedIOException died) {
            ended.complete(null);
        } catch (RuntimeException notUnderstood) {
            ended.completeExceptionally(notUnderstood);
        }
    }

    void tell(Object... words) {
        synchronized (orders) {
            new ApplicationOutput(orders).say(words);
        }
    }

    boolean isAlive() {
        return process.isAlive() && !ended.isDone();
    }

    /** Lets it stop in order, and waits until it has. */
    void end() throws Exception {
        orders.close();
        try {
            ended.get(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException hangs) {
            throw new IllegalStateException("the application does not end", hangs);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        orders.close();
    }
}
