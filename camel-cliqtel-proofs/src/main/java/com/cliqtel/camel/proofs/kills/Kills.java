/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.cliqtel.camel.proofs.settings.Setting;
import com.cliqtel.camel.simulator.Simulator;

/**
 * Kills processes (SIGKILL) at each step of a send, starts others over the same ledger, hands the same keys over again until
 * each is sent, and counts at the simulator: one message for each key. Or stops them there (SIGSTOP), and continues them
 * (SIGCONT) when another process has sent everything.
 */
public final class Kills {

    private final List<Crew> crews;
    private final Way way;
    private final long seed;
    private final Path folder;

    Kills(List<Crew> crews, Way way, long seed, Path folder) {
        this.crews = crews;
        this.way = way;
        this.seed = seed;
        this.folder = folder;
    }

    /**
     * Kills as many as the system property {@code kills.count} says, half of them over each database; {@code kills.seed}
     * decides at which moments where no step does.
     *
     * @return whether each key was one message
     */
    public static boolean run(PrintStream out) throws IOException, InterruptedException {
        int kills = Setting.count("kills.count", 200);
        long seed = Setting.seed("kills.seed", 1);
        Path folder = Files.createTempDirectory("cliqtel-kills");
        try {
            Report report = new Report(Way.KILLED, out);
            report.settings(kills, seed);
            Kills proof = new Kills(Crew.rounds(Way.KILLED, kills / 2), Way.KILLED, seed, folder);
            boolean kept = proof.over(new H2Files(folder), report);
            Optional<Ledgers> postgres = Postgres.start(report::notTried);
            return postgres.isPresent() ? proof.over(postgres.get(), report) && kept : kept;
        } finally {
            delete(folder);
        }
    }

    /**
     * Stops as many as the system property {@code stops.count} says, over PostgreSQL; {@code stops.seed} decides at which
     * moments where no step does. Of a step that several processes come to, the last one is stopped, the others are killed.
     *
     * @return whether each key was one message; false, too, where this machine has no PostgreSQL or cannot stop processes
     */
    public static boolean stops(PrintStream out) throws IOException, InterruptedException {
        int stops = Setting.count("stops.count", 60);
        long seed = Setting.seed("stops.seed", 1);
        Report report = new Report(Way.STOPPED, out);
        report.settings(stops, seed);
        if (!Child.canBeStopped()) {
            out.println("NOT TRIED: processes cannot be stopped without the command kill and /proc");
            return false;
        }
        Path folder = Files.createTempDirectory("cliqtel-stops");
        try {
            Kills proof = new Kills(Crew.rounds(Way.STOPPED, stops), Way.STOPPED, seed, folder);
            Optional<Ledgers> postgres = Postgres.start(report::notTried);
            return postgres.isPresent() && proof.over(postgres.get(), report);
        } finally {
            delete(folder);
        }
    }

    private boolean over(Ledgers some, Report report) throws IOException, InterruptedException {
        try (Ledgers ledgers = some) {
            Tally.Result result = prove(ledgers);
            report.result(ledgers.toString(), result);
            return result.isKept();
        }
    }

    Tally.Result prove(Ledgers ledgers) throws InterruptedException {
        Tally tally = new Tally();
        int atOnce = Math.max(2, Math.min(8, 2 * Runtime.getRuntime().availableProcessors()));
        ExecutorService rounds = Executors.newFixedThreadPool(atOnce);
        try (Simulator simulator = Simulator.builder()
                .requestsPerMinute(0)
                .messagesPerSecond(0)
                .balance(BigDecimal.valueOf(1_000_000))
                .start()) {
            AtomicInteger numbers = new AtomicInteger();
            SplittableRandom random = new SplittableRandom(seed);
            for (Crew crew : crews) {
                List<Trial> trials = crew.trials(numbers);
                Path log = folder.resolve("processes-" + numbers + ".log");
                Round.Place place = new Round.Place(simulator, ledgers.next(), log);
                Round round = new Round(place, crew, way, random.split(), trials);
                rounds.execute(() -> run(round, trials, tally));
            }
            rounds.shutdown();
            if (!rounds.awaitTermination(3, TimeUnit.HOURS)) {
                tally.failed(new TimeoutException("not at an end after three hours"));
            }
            return tally.result(simulator);
        } finally {
            rounds.shutdownNow();
        }
    }

    private static void run(Round round, List<Trial> trials, Tally tally) {
        int killed = 0;
        try {
            killed = round.run();
        } catch (IOException | InterruptedException | RuntimeException | Error failure) {
            tally.failed(failure);
        } finally {
            tally.add(killed, trials);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
