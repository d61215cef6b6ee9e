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
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import com.cliqtel.camel.proofs.databases.H2FileDatabases;
import com.cliqtel.camel.proofs.databases.LedgerDatabases;
import com.cliqtel.camel.proofs.databases.MariaDbDatabase;
import com.cliqtel.camel.proofs.databases.PostgresDatabase;
import com.cliqtel.camel.proofs.settings.ProofSettings;
import com.cliqtel.camel.simulator.Simulator;

/**
 * Kills processes (SIGKILL) at each step of a send, starts others with the same ledger, and hands over the same keys until each is
 * sent. Or stops processes (SIGSTOP) and continues them (SIGCONT) after another process has sent everything. The simulator must
 * have one message for each key.
 */
public final class KillRun {

    private static final List<Server> SERVERS = List.of(PostgresDatabase::start, MariaDbDatabase::start);

    private interface Server {
        Optional<LedgerDatabases> start(BiConsumer<String, Throwable> missing);
    }

    private final List<StepGroup> groups;
    private final Interruption interruption;
    private final long seed;
    private final Path folder;

    KillRun(List<StepGroup> groups, Interruption way, long seed, Path folder) {
        this.groups = groups;
        this.interruption = way;
        this.seed = seed;
        this.folder = folder;
    }

    /**
     * Kills as many processes over each database as the system property {@code kills.count} says; {@code kills.seed}
     * decides at which moments where no step does.
     *
     * @return whether each key was one message on each database that this machine has
     */
    public static boolean run(PrintStream out) throws IOException, InterruptedException {
        int kills = ProofSettings.count("kills.count", 200);
        long seed = ProofSettings.seed("kills.seed", 1);
        Path folder = Files.createTempDirectory("cliqtel-kills");
        try {
            KillReport report = new KillReport(Interruption.KILLED, out);
            report.settings(kills, seed);
            KillRun proof =
                    new KillRun(StepGroup.rounds(Interruption.KILLED, kills), Interruption.KILLED, seed, folder);
            boolean kept = proof.over(new H2FileDatabases(folder), report);
            for (Server each : SERVERS) {
                Optional<LedgerDatabases> server = each.start(report::notTried);
                kept &= server.isEmpty() || proof.over(server.get(), report);
            }
            return kept;
        } finally {
            delete(folder);
        }
    }

    /**
     * Stops as many as the system property {@code stops.count} says, over PostgreSQL and over MariaDB; {@code stops.seed} decides at which
     * moments where no step does. Of a step that several processes come to, the last one is stopped, the others are killed.
     *
     * @return whether each key was one message; false, too, where this machine lacks one of the servers or cannot stop processes
     */
    public static boolean stops(PrintStream out) throws IOException, InterruptedException {
        int stops = ProofSettings.count("stops.count", 60);
        long seed = ProofSettings.seed("stops.seed", 1);
        KillReport report = new KillReport(Interruption.STOPPED, out);
        report.settings(stops, seed);
        if (!ChildProcess.canBeStopped()) {
            out.println("NOT TRIED: processes cannot be stopped without the command kill and /proc");
            return false;
        }
        Path folder = Files.createTempDirectory("cliqtel-stops");
        try {
            KillRun proof =
                    new KillRun(StepGroup.rounds(Interruption.STOPPED, stops), Interruption.STOPPED, seed, folder);
            boolean kept = true;
            for (Server each : SERVERS) {
                Optional<LedgerDatabases> server = each.start(report::notTried);
                kept &= server.isPresent() && proof.over(server.get(), report);
            }
            return kept;
        } finally {
            delete(folder);
        }
    }

    private boolean over(LedgerDatabases some, KillReport report) throws IOException, InterruptedException {
        try (LedgerDatabases ledgers = some) {
            KillResults.Result result = prove(ledgers);
            report.result(ledgers.toString(), result);
            return result.isKept();
        }
    }

    KillResults.Result prove(LedgerDatabases ledgers) throws InterruptedException {
        KillResults tally = new KillResults();
        int atOnce = Math.max(2, Math.min(8, 2 * Runtime.getRuntime().availableProcessors()));
        ExecutorService rounds = Executors.newFixedThreadPool(atOnce);
        try (Simulator simulator = Simulator.builder()
                .requestsPerMinute(0)
                .messagesPerSecond(0)
                .balance(BigDecimal.valueOf(1_000_000))
                .start()) {
            AtomicInteger numbers = new AtomicInteger();
            SplittableRandom random = new SplittableRandom(seed);
            for (StepGroup group : groups) {
                List<Trial> trials = group.trials(numbers);
                Path log = folder.resolve("processes-" + numbers + ".log");
                KillRound.Environment place = new KillRound.Environment(simulator, ledgers.next(), log);
                KillRound round = new KillRound(place, group, interruption, random.split(), trials);
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

    private static void run(KillRound round, List<Trial> trials, KillResults tally) {
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
