/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import com.cliqtel.camel.proofs.databases.LedgerDatabases;
import com.cliqtel.camel.proofs.databases.MariaDbDatabase;
import com.cliqtel.camel.proofs.databases.PostgresDatabase;
import com.cliqtel.camel.simulator.Simulator;

/**
 * Stops a process (SIGSTOP) at each step of the processing of a report or an inbound message, for longer than its lease. Another
 * process takes over. The stopped process continues (SIGCONT) while the other one's route runs, or after its end. It must change
 * nothing that is the other one's: the other one's call that notes the end succeeds, and nothing runs again afterwards.
 */
public final class ConsumerStops {

    private static final List<String> CHANGED_NOTHING = List.of("BUSY", "false", "LOST");

    private final Simulator simulator;
    private final ConsumingNode stopped;
    private final ConsumingNode other;
    private final List<Result> results = new ArrayList<>();
    private int number;

    private ConsumerStops(Simulator simulator, ConsumingNode stopped, ConsumingNode other) {
        this.simulator = simulator;
        this.stopped = stopped;
        this.other = other;
    }

    /** When the stopped process continues. */
    enum Moment {
        DURING("while the other's route runs"),
        AFTERWARDS("after the other's end");

        private final String words;

        Moment(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * The result of one stop.
     *
     * @param late the ledger's answer to the first call of the process that continued; "-" if it made none
     * @param runsOfStopped how often its route ran
     * @param runsOfOther how often the route of the other process ran
     * @param kept whether all was as promised
     */
    record Result(
            ConsumedKind kind,
            ConsumerStep step,
            Moment moment,
            String late,
            int runsOfStopped,
            int runsOfOther,
            boolean kept) {

        @Override
        public String toString() {
            return "| " + kind + " | " + step + " | " + moment + " | " + late + " | " + runsOfStopped + " | "
                    + runsOfOther + " | " + (kept ? "kept" : "BROKEN") + " |";
        }
    }

    /**
     * Stops a process at each step, over PostgreSQL and over MariaDB.
     *
     * @return whether all was as promised; false, too, if this machine lacks one of the servers or can't stop processes
     */
    public static boolean run(PrintStream out) throws IOException, InterruptedException {
        if (!ChildProcess.canBeStopped()) {
            out.println("NOT TRIED: processes cannot be stopped without the command kill and /proc");
            return false;
        }
        KillReport report = new KillReport(Interruption.STOPPED, out);
        return over(PostgresDatabase.start(report::notTried), out) & over(MariaDbDatabase.start(report::notTried), out);
    }

    private static boolean over(Optional<LedgerDatabases> server, PrintStream out)
            throws IOException, InterruptedException {
        if (server.isEmpty()) {
            return false;
        }
        try (LedgerDatabases database = server.get()) {
            List<Result> results = prove(database, List.of(ConsumerStep.values()));
            out.println();
            out.println(database + ": " + results.size() + " stops of processes with a report or an inbound message: "
                    + (results.stream().allMatch(Result::kept) ? "kept" : "BROKEN"));
            out.println();
            out.println(
                    "| of | A stopped at | A continued | the ledger's first answer to it | runs of A | runs of B | |");
            out.println("| --- | --- | --- | --- | --- | --- | --- |");
            results.forEach(out::println);
            return results.stream().allMatch(Result::kept);
        }
    }

    static List<Result> prove(LedgerDatabases database, List<ConsumerStep> steps)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("cliqtel-consumers", ".log");
        try (Simulator simulator = Simulator.builder().requestsPerMinute(0).start();
                ConsumingNode stopped = ConsumingNode.start(simulator, database.next(), log);
                ConsumingNode other = ConsumingNode.start(simulator, database.next(), log)) {
            ConsumerStops proof = new ConsumerStops(simulator, stopped, other);
            for (ConsumedKind kind : ConsumedKind.values()) {
                for (ConsumerStep step : steps) {
                    if (step.runsOfOther() > 0) {
                        proof.stop(kind, step, Moment.DURING);
                    }
                    proof.stop(kind, step, Moment.AFTERWARDS);
                }
            }
            return proof.results;
        } finally {
            Files.delete(log);
        }
    }

    private void stop(ConsumedKind kind, ConsumerStep step, Moment moment) throws IOException, InterruptedException {
        stopped.stopAt(kind, step.stop(kind));
        ConsumedItem item = ConsumedItem.of(kind, ++number, simulator);
        stopped.deliver(item);
        stopped.await(is("AT"), () -> {});
        stopped.process().stop();
        String late;
        boolean noted = true;
        if (moment == Moment.DURING) {
            other.stopAt(kind, ConsumerStep.IN_ROUTE.stop(kind));
            other.deliver(item);
            other.await(is("AT"), () -> other.deliver(item));
            stopped.process().goOn();
            late = answer(stopped.await(is("CALL"), () -> {}));
            other.process().tell(SendingProcess.GO_ON);
            noted = other.await(is("CALL").and(words -> words.get(1).equals(kind.noting())), () -> {})
                    .get(2)
                    .equals(kind.noted());
        } else {
            late = afterwards(item);
        }
        stopped.deliverToTheEnd(item);
        other.deliverToTheEnd(item);
        boolean fenced = moment == Moment.AFTERWARDS || CHANGED_NOTHING.contains(late.substring(late.indexOf(' ') + 1));
        boolean once = stopped.runs(item) == step.runsOfStopped() && other.runs(item) == step.runsOfOther();
        results.add(
                new Result(kind, step, moment, late, stopped.runs(item), other.runs(item), noted && fenced && once));
    }

    // at first the lease may run
    private String afterwards(ConsumedItem item) throws IOException, InterruptedException {
        if (item.kind() == ConsumedKind.REPORT) {
            other.deliverToTheEnd(item);
        } else {
            other.deliver(item);
            other.await(
                    is("CALL").and(words -> List.of("close CLOSED", "take CLOSED")
                            .contains(words.get(1) + " " + words.get(2))),
                    () -> other.deliver(item));
        }
        stopped.process().goOn();
        return answer(stopped.await(is("CALL").or(is("ENDED")), () -> stopped.deliver(item)));
    }

    private static String answer(List<String> words) {
        return words.get(0).equals("CALL") ? words.get(1) + " " + words.get(2) : "-";
    }

    private static Predicate<List<String>> is(String first) {
        return words -> words.get(0).equals(first);
    }
}
