/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that is killed or stopped, as the process that started it sees it. */
final class ChildProcess implements AutoCloseable {

    private static final List<String> DIED = List.of("DIED");
    private static final List<String> QUICK_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx192m");

    private final Process process;
    private final Path log;
    private final PrintStream orders;
    private final BlockingQueue<List<String>> said = new LinkedBlockingQueue<>();

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Starts one with the class path and the Java of this process. */
    static ChildProcess start(Class<?> main, Path log, String... arguments) throws IOException {
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        QUICK_START.stream(),
                        Stream.of("-cp", System.getProperty("java.class.path"), main.getName()),
                        Stream.of(arguments))
                .flatMap(words -> words)
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        ChildProcess child = new ChildProcess(process, log);
        Thread reader = new Thread(child::listen, "child " + process.pid());
        reader.setDaemon(true);
        reader.start();
        return child;
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> List.of(line.split("\t"))).forEach(said::add);
        } catch (IOException | UncheckedIOException died) {
            // told below
        }
        said.add(DIED);
    }

    void handOver(KeyedSms order, Optional<LedgerStop> stop) {
        orders.println(order.key() + "\t" + order.to() + "\t" + order.text()
                + stop.map(where -> "\t" + where).orElse(""));
    }

    /** Writes a line to its standard input. */
    void tell(String line) {
        orders.println(line);
    }

    /**
     * What it says next; empty when it is silent for so long.
     *
     * @throws IllegalStateException when it has died by itself
     */
    Optional<List<String>> hear(long millis) throws InterruptedException {
        List<String> words = said.poll(millis, TimeUnit.MILLISECONDS);
        if (words == DIED) {
            throw new IllegalStateException("a process died that was not killed: " + lastWords());
        }
        return Optional.ofNullable(words);
    }

    /** Whether processes can be stopped on this machine: it needs the command {@code kill} and Linux's {@code /proc}. */
    static boolean canBeStopped() throws InterruptedException {
        try {
            return Files.isReadable(stateOf(ProcessHandle.current().pid()))
                    && signalled("0", ProcessHandle.current().pid());
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    /** Stops it (SIGSTOP), and waits until it stands still. */
    void stop() throws IOException, InterruptedException {
        signal("STOP");
        while (!Files.readString(stateOf(process.pid())).contains(") T ")) {
            Thread.onSpinWait();
        }
    }

    /** Continues it (SIGCONT), with all its calls to the ledger. */
    void goOn() throws IOException, InterruptedException {
        signal("CONT");
        orders.println(SendingProcess.GO_ON);
    }

    private void signal(String name) throws IOException, InterruptedException {
        if (!signalled(name, process.pid())) {
            throw new IllegalStateException("the signal " + name + " could not be sent: is the process dead?");
        }
    }

    private static boolean signalled(String name, long pid) throws IOException, InterruptedException {
        return new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor()
                == 0;
    }

    private static Path stateOf(long pid) {
        return Path.of("/proc", Long.toString(pid), "stat");
    }

    /** Kills it (SIGKILL), and waits until it is dead. What it had said before may still be heard. */
    List<List<String>> kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a process does not die");
        }
        List<List<String>> last = new ArrayList<>();
        List<String> words = said.poll(30, TimeUnit.SECONDS);
        while (words != null && words != DIED) {
            last.add(words);
            words = said.poll(30, TimeUnit.SECONDS);
        }
        return last;
    }

    private String lastWords() {
        try {
            String all = Files.readString(log);
            return all.substring(Math.max(0, all.length() - 2_000));
        } catch (IOException silent) {
            return "it left no word";
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        orders.close();
    }
}
