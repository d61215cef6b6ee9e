/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Runs a {@link Simulator} until it is stopped: {@code java -jar camel-cliqtel-simulator-…-runnable.jar --help}.
 *
 * <p>Exit status: 1 when the port cannot be opened, 2 when a flag is wrong, or a file that it names.
 */
public final class SimulatorMain {

    private static final int CANNOT_START = 1;
    private static final int WRONG_FLAG = 2;

    private final PrintStream out;
    private final PrintStream err;
    private int status;
    private Optional<Path> replay = Optional.empty();

    SimulatorMain(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Starts it.
     *
     * @param args the flags that {@code --help} lists
     * @throws InterruptedException when the main thread is interrupted
     */
    public static void main(String[] args) throws InterruptedException {
        // the runnable jar has no logging library, and SLF4J would say so first of all
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        SimulatorMain main = new SimulatorMain(System.out, System.err);
        Optional<Simulator> cliqtel = main.start(List.of(args));
        if (cliqtel.isEmpty()) {
            System.exit(main.status());
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> main.stop(cliqtel.get())));
        // all of its threads are daemons
        Thread.currentThread().join();
    }

    /** Empty when there is nothing to run: help was asked for, a flag is wrong, or the port is taken. */
    Optional<Simulator> start(List<String> args) {
        CommandLine commandLine = new CommandLine();
        if (args.contains("--help")) {
            out.println(ConsoleTexts.help(commandLine.help()));
            return Optional.empty();
        }
        try {
            Simulator cliqtel = commandLine.read(args).start();
            replay = commandLine.replay();
            out.println(ConsoleTexts.welcome(cliqtel));
            return Optional.of(cliqtel);
        } catch (IllegalArgumentException e) {
            return failed(WRONG_FLAG, e.getMessage() + "\nAll flags: --help");
        } catch (UncheckedIOException e) {
            return failed(CANNOT_START, e.getMessage() + "\nAnother port: --port 8090; any that is free: --port 0");
        }
    }

    /** Closes it, and writes down what went wrong, if somebody asked for that. */
    void stop(Simulator cliqtel) {
        cliqtel.close();
        replay.ifPresent(file -> {
            try {
                Files.writeString(file, cliqtel.replayScript().yaml());
            } catch (IOException | IllegalStateException e) {
                err.println("This run's faults could not be written to " + file + ": " + e.getMessage());
            }
        });
    }

    int status() {
        return status;
    }

    private Optional<Simulator> failed(int newStatus, String why) {
        status = newStatus;
        err.println(why);
        return Optional.empty();
    }
}
