/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import com.cliqtel.camel.benchmarks.harness.BenchmarkGroup;
import com.cliqtel.camel.benchmarks.harness.BenchmarkRunner;
import com.cliqtel.camel.benchmarks.harness.MeasuringProcess;
import com.cliqtel.camel.benchmarks.report.Details;
import com.cliqtel.camel.benchmarks.report.Goal;
import com.cliqtel.camel.benchmarks.report.Report;
import com.cliqtel.camel.benchmarks.report.RoundValues;
import com.cliqtel.camel.benchmarks.report.Row;
import com.cliqtel.camel.benchmarks.report.Series;
import com.cliqtel.camel.proofs.databases.LedgerDatabases;
import com.cliqtel.camel.proofs.databases.MariaDbDatabase;
import com.cliqtel.camel.proofs.databases.PostgresDatabase;

/**
 * Measures the ledger on PostgreSQL and MariaDB: round trips of each operation, and throughput against a route with Camel's
 * {@code idempotentConsumer} and {@code JdbcMessageIdRepository}. The system property {@code bench.entries} adds a table with so many
 * entries.
 */
public final class LedgerGroup implements BenchmarkGroup {

    private static final String TRIPS = "trips";
    private static final long[] DELAYS = {0, LedgerRun.MILLISECOND};
    private static final int[] CALLERS = {LedgerRun.ONE, LedgerRun.MANY};
    private static final Map<Operation, Integer> TRIPS_GOALS = Map.of(
            Operation.REPORT, 2, Operation.SEND_WITH_KEY, 2, Operation.SEND_WITHOUT_KEY, 1, Operation.INBOUND, 2);

    private interface Server {
        Optional<LedgerDatabases> start(BiConsumer<String, Throwable> missing);
    }

    private record Case(String database, Operation operation, boolean component) {}

    @Override
    public void run(BenchmarkRunner bench, Report report) {
        for (Server server : List.<Server>of(PostgresDatabase::start, MariaDbDatabase::start)) {
            server.start(LedgerGroup::notMeasured).ifPresent(started -> on(started, bench, report));
        }
    }

    private static void notMeasured(String server, Throwable why) {
        System.err.println("  NOT MEASURED on " + server + ", which could not be started on this machine: " + why);
    }

    private static void on(LedgerDatabases started, BenchmarkRunner bench, Report report) {
        try (LedgerDatabases database = started) {
            RoundValues records = new RoundValues();
            for (int round = 0; round < bench.scale().rounds(); round++) {
                for (Operation operation : Operation.values()) {
                    // in turn
                    boolean first = round % 2 == 0;
                    measure(bench, database, new Case(database.toString(), operation, first), records);
                    measure(bench, database, new Case(database.toString(), operation, !first), records);
                }
            }
            for (Operation operation : Operation.values()) {
                report(database.toString(), operation, records, report);
            }
            report.add(details(database.toString(), records));
            int entries = Integer.getInteger("bench.entries", 0);
            if (entries > 0) {
                LargeTable.measure(database, entries, bench, report);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void measure(BenchmarkRunner bench, LedgerDatabases database, Case of, RoundValues records) {
        MeasuringProcess.run(
                        LedgerRun.class,
                        List.of(
                                "-Xmx1g",
                                "-Dsun.net.httpserver.nodelay=true",
                                "-Dbench.quick=" + bench.scale().quick(),
                                bench.stubArgument()),
                        database.next(),
                        of.operation().name(),
                        Boolean.toString(of.component()))
                .forEach((name, figure) -> records.note(of, name, figure));
    }

    private static void report(String database, Operation operation, RoundValues records, Report report) {
        Case component = new Case(database, operation, true);
        Case hand = new Case(database, operation, false);
        report.add(Row.of(
                database + ", " + operation + ": round trips",
                // a poll reads and writes its position once for all its messages
                Goal.atMost(TRIPS_GOALS.get(operation) + 0.1).as("" + TRIPS_GOALS.get(operation)),
                records.of(component, TRIPS, "")));
        for (long delay : DELAYS) {
            for (int callers : CALLERS) {
                report.add(Row.ratio(
                        database + ", " + operation + ", " + words(callers, delay) + ": throughput against by hand",
                        goal(operation, callers, delay),
                        series(records, component, callers, delay),
                        series(records, hand, callers, delay)));
            }
        }
    }

    private static Goal goal(Operation operation, int callers, long delay) {
        if (operation != Operation.REPORT) {
            return Goal.NONE;
        }
        return Goal.atLeast(callers == LedgerRun.ONE ? 1.3 : delay == 0 ? 1.0 : 1.1);
    }

    private static Series series(RoundValues records, Case of, int callers, long delay) {
        return records.of(of, LedgerRun.throughput(callers, delay), "/s");
    }

    private static String words(int callers, long delay) {
        return (callers == LedgerRun.ONE ? "one caller" : callers + " callers")
                + (delay == 0 ? "" : ", 1 ms a round trip");
    }

    private static Details details(String database, RoundValues records) {
        Details table = new Details(
                database,
                "round trips",
                words(LedgerRun.ONE, 0),
                words(LedgerRun.MANY, 0),
                words(LedgerRun.ONE, LedgerRun.MILLISECOND),
                words(LedgerRun.MANY, LedgerRun.MILLISECOND));
        for (Operation operation : Operation.values()) {
            for (boolean component : new boolean[] {true, false}) {
                Case of = new Case(database, operation, component);
                table.line(
                        operation + (component ? ", component" : ", by hand"),
                        records.of(of, TRIPS, "").text(),
                        series(records, of, LedgerRun.ONE, 0).spread(),
                        series(records, of, LedgerRun.MANY, 0).spread(),
                        series(records, of, LedgerRun.ONE, LedgerRun.MILLISECOND)
                                .spread(),
                        series(records, of, LedgerRun.MANY, LedgerRun.MILLISECOND)
                                .spread());
            }
        }
        return table;
    }
}
