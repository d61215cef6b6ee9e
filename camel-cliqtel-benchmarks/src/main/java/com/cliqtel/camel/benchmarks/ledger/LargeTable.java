/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

import com.cliqtel.camel.benchmarks.harness.BenchmarkRunner;
import com.cliqtel.camel.benchmarks.harness.MeasuringProcess;
import com.cliqtel.camel.benchmarks.report.Details;
import com.cliqtel.camel.benchmarks.report.Report;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.ledger.JdbcLedgerOptions;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.proofs.databases.DataSources;
import com.cliqtel.camel.proofs.databases.LedgerDatabases;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * Measures a ledger with a table of many entries of sends. Half of them are older than the retention. Statements insert them as copies
 * of an entry of the ledger.
 */
final class LargeTable {

    private static final String TABLE = "cliqtel_large";
    private static final int BATCH = 500_000;
    private static final int SECONDS = 20;
    private static final int WARM_SECONDS = 8;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final String RECORD = "sent 1000000000 +16625163513 +31612345678 "
            + "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String COPY = "insert into " + TABLE
            + " (name, owner, state, record, message, likeness, ends_at, created_at)"
            + " select concat('%3$s', md5(concat('', n))), owner, state, record, concat('sms:', n),"
            + " concat('like:', md5(concat('', n))), %1$s, %1$s"
            + " from " + TABLE + ", %2$s where name like '%%template'";
    private static final Map<Boolean, String> OLD_OR_NEW = Map.of(
            true, "case when mod(n, 2) = 0 then created_at - interval '60 days' else created_at end",
            false, "case when mod(n, 2) = 0 then created_at - interval 60 day else created_at end");

    private final DataSource database;
    private final boolean postgres;
    private Ledger ledger;

    private LargeTable(DataSource database, boolean postgres) {
        this.database = database;
        this.postgres = postgres;
        this.ledger = opened();
    }

    private Ledger opened() {
        return new JdbcLedger(database, JdbcLedgerOptions.DEFAULTS.withTable(TABLE));
    }

    /** Measures in a process of its own. */
    static void measure(LedgerDatabases database, int entries, BenchmarkRunner bench, Report report) {
        Map<String, Double> figures = MeasuringProcess.run(
                LargeTable.class,
                List.of("-Xmx1g", "-Dbench.quick=" + bench.scale().quick()),
                database.next(),
                "" + entries);
        Details table = new Details(
                String.format(Locale.ROOT, "%s, %,d entries, half of them old", database, entries),
                "with an empty table",
                "with all entries");
        for (int threads : new int[] {LedgerRun.ONE, LedgerRun.MANY}) {
            table.line(
                    "take and close, threads: " + threads,
                    number(figures.get("empty" + threads), "/s"),
                    number(figures.get("full" + threads), "/s"));
        }
        table.line("old entries deleted meanwhile", "", number(figures.get("purged"), "/s"));
        table.line("size with its indexes", "", number(figures.get("bytes") / 1_000_000, " MB"));
        table.line("of that, an entry", "", number(figures.get("bytes") / entries, " B"));
        report.add(table);
    }

    private static String number(double figure, String unit) {
        return String.format(Locale.ROOT, "%,.0f%s", figure, unit);
    }

    /** @param arguments the URL of the database, and the number of entries */
    public static void main(String[] arguments) throws Exception {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(DataSources.at(arguments[0]));
        pool.setMaximumPoolSize(2 * LedgerRun.MANY);
        try (HikariDataSource database = new HikariDataSource(pool)) {
            boolean quick = Boolean.getBoolean("bench.quick");
            new LargeTable(database, arguments[0].startsWith("jdbc:postgresql:"))
                    .measure(Integer.parseInt(arguments[1]), quick ? 2 : SECONDS, quick ? 1 : WARM_SECONDS);
        }
    }

    private void measure(int entries, int seconds, int warmSeconds) throws Exception {
        takes(LedgerRun.MANY, warmSeconds);
        measureTakes("empty", seconds);
        Hold template = Hold.of("send:template");
        ledger.take(template, LEASE, RECORD, "like:template");
        ledger.close(template, RECORD, "sms:template");
        // the name as the table has it, without the last word
        String name = text("select name from " + TABLE + " where name like '%template'");
        String prefix = name.substring(0, name.length() - "template".length());
        for (int from = 1; from <= entries; from += BATCH) {
            insert(from, Math.min(entries, from + BATCH - 1), prefix);
        }
        execute((postgres ? "vacuum analyze " : "analyze table ") + TABLE);
        MeasuringProcess.say(
                "bytes",
                number(
                        postgres
                                ? "select pg_total_relation_size('" + TABLE + "')"
                                : "select data_length + index_length from information_schema.tables where table_name = '"
                                        + TABLE + "'"));
        // as after a restart, so that it deletes old entries at once and not in an hour
        ledger = opened();
        takes(LedgerRun.MANY, warmSeconds);
        double before = number(old());
        long began = System.nanoTime();
        measureTakes("full", seconds);
        double elapsed = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
        MeasuringProcess.say("purged", (before - number(old())) / elapsed);
    }

    private void measureTakes(String name, int seconds) throws Exception {
        for (int threads : new int[] {LedgerRun.ONE, LedgerRun.MANY}) {
            MeasuringProcess.say(name + threads, takes(threads, seconds));
        }
    }

    private double takes(int threads, int seconds) throws Exception {
        long began = System.nanoTime();
        LongAdder done = new LongAdder();
        ExecutorService running = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> ending = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                ending.add(running.submit(() -> {
                    while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(seconds)) {
                        takeAndClose();
                        done.increment();
                    }
                }));
            }
            for (Future<?> each : ending) {
                each.get();
            }
        } finally {
            running.shutdownNow();
        }
        return done.sum() * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - began);
    }

    private void takeAndClose() {
        Hold hold = Hold.of("send:" + UUID.randomUUID());
        if (ledger.take(hold, LEASE, RECORD, "like:" + hold.owner()).state() != Claim.State.NEW) {
            throw new IllegalStateException("the entry wasn't new: nothing was measured");
        }
        ledger.close(hold, RECORD, "sms:" + hold.owner());
    }

    private void insert(int from, int to, String prefix) throws SQLException {
        String numbers = postgres
                ? "generate_series(" + from + ", " + to + ") as numbers(n)"
                : "(select seq as n from seq_" + from + "_to_" + to + ") as numbers";
        execute(COPY.formatted(OLD_OR_NEW.get(postgres), numbers, prefix));
    }

    private String old() {
        return "select count(*) from " + TABLE + " where created_at < now() - interval "
                + (postgres ? "'50 days'" : "50 day");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private double number(String query) throws SQLException {
        return Double.parseDouble(text(query));
    }

    private String text(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }
}
