/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import com.cliqtel.camel.benchmarks.harness.MeasuringProcess;
import com.cliqtel.camel.benchmarks.harness.RunLength;
import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.proofs.databases.DataSources;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;

/** Measures one operation of one competitor on a database: round trips, and throughput with few and many callers. */
final class LedgerRun {

    static final int MANY = 16;
    static final int ONE = 1;
    static final long MILLISECOND = 1_000_000;

    private static final int CONNECTIONS = 32;
    private static final int WARM_SECONDS = 8;
    private static final int SECONDS = 5;

    private final RoundTrips trips;
    private final Operation operation;
    private final Traffic traffic;
    private final RunLength scale = RunLength.fromProperties();
    private final List<Runnable> callers = new ArrayList<>();

    private LedgerRun(RoundTrips trips, Operation operation, Traffic traffic) {
        this.trips = trips;
        this.operation = operation;
        this.traffic = traffic;
        for (int caller = 0; caller < MANY; caller++) {
            callers.add(traffic.callers().get());
        }
    }

    /** @param arguments the URL of the database, the {@link Operation}, and whether it is the component's */
    public static void main(String[] arguments) throws Exception {
        Operation operation = Operation.valueOf(arguments[1]);
        RoundTrips trips = new RoundTrips();
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(trips.around(DataSources.at(arguments[0])));
        pool.setMaximumPoolSize(CONNECTIONS);
        try (HikariDataSource database = new HikariDataSource(pool);
                Traffic traffic = Boolean.parseBoolean(arguments[2])
                        ? operation.component(new JdbcLedger(database))
                        : operation.byHand(new JdbcMessageIdRepository(database, operation.name()))) {
            new LedgerRun(trips, operation, traffic).measure();
        }
        // timers of the contexts
        System.exit(0);
    }

    /** The name of a figure. */
    static String throughput(int callers, long delayNanos) {
        return "throughput" + callers + "+" + delayNanos;
    }

    private void measure() throws Exception {
        during(MANY, scale.of(WARM_SECONDS, 1));
        long before = trips.count();
        long operations = during(ONE, scale.of(WARM_SECONDS, 1));
        MeasuringProcess.say("trips", (double) (trips.count() - before) / operations);
        for (long delay : new long[] {0, MILLISECOND}) {
            trips.delay(delay);
            for (int threads : new int[] {ONE, MANY}) {
                long began = System.nanoTime();
                long done = during(threads, scale.of(SECONDS, 1));
                double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
                MeasuringProcess.say(throughput(threads, delay), done / seconds);
            }
        }
    }

    private long during(int threads, int seconds) throws Exception {
        long ends = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        LongAdder done = new LongAdder();
        ExecutorService running = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> ending = new ArrayList<>();
            for (Runnable caller : callers.subList(0, threads)) {
                ending.add(running.submit(() -> {
                    while (System.nanoTime() < ends) {
                        caller.run();
                        done.add(operation.perRun());
                    }
                }));
            }
            for (Future<?> each : ending) {
                each.get();
            }
        } finally {
            running.shutdownNow();
        }
        return done.sum();
    }
}
