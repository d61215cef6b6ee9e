/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Runs two contexts in a process of their own under traffic and faults, and counts everything at the end. */
public final class SoakRun {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int EXAMPLES = 3;
    private static final String LEDGER = "ledger.";
    private static final String NONE = "0";

    private final SoakPlan plan;
    private final Counts counts = new Counts();
    private final List<Sample> samples = Collections.synchronizedList(new ArrayList<>());
    private volatile long began;

    /** To be done once. */
    public SoakRun(SoakPlan plan) {
        this.plan = plan;
    }

    /**
     * Does it.
     *
     * @throws IllegalStateException when the application dies, or does not begin or end
     */
    public SoakResult run() throws Exception {
        prepare(plan.folder());
        try (LedgerServer ledger = new LedgerServer(plan.folder().resolve("ledger"));
                SoakAccount cliqtel = new SoakAccount(plan);
                TrafficGenerator traffic = new TrafficGenerator(plan, cliqtel, counts)) {
            ApplicationOutputListener listener =
                    new ApplicationOutputListener(counts, traffic.outbox(), said -> sample(traffic, said));
            Path log = plan.folder().resolve("application.log");
            try (ApplicationProcess application =
                    ApplicationProcess.start(cliqtel.account(plan, ledger.url()), log, listener)) {
                begun(application, listener, log);
                began = System.nanoTime();
                traffic.begin(application, listener);
                watch(application, plan.length());
                traffic.end();
                Duration drained = drain(application, cliqtel, traffic);
                traffic.close();
                application.end();
                cliqtel.count(counts);
                cliqtel.expectReports(counts);
                counts.reports
                        .someMissing(EXAMPLES)
                        .forEach(report -> counts.add(Counts.MISSING + cliqtel.answers(report)));
                return new SoakResult(
                        plan, counts, counts.sends.against(cliqtel.outbound()), List.copyOf(samples), drained);
            }
        }
    }

    private static void prepare(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path old : files.filter(file -> file.getFileName().toString().startsWith(LEDGER))
                    .toList()) {
                Files.delete(old);
            }
        }
    }

    private static void begun(ApplicationProcess application, ApplicationOutputListener listener, Path log) {
        long deadline = System.nanoTime() + START.toNanos();
        while (listener.ready().getCount() > 0) {
            pause(application);
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the application does not begin: see " + log);
            }
        }
    }

    private void watch(ApplicationProcess application, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            pause(application);
        }
    }

    private static void pause(ApplicationProcess application) {
        if (!application.isAlive()) {
            throw new IllegalStateException("the application died, or said what nobody understands");
        }
        LockSupport.parkNanos(LOOK.toNanos());
    }

    /**
     * Until nothing is outstanding, and then for a while, in which something might come a second time.
     *
     * @return how long it took until then; null when there still was something
     */
    private Duration drain(ApplicationProcess application, SoakAccount cliqtel, TrafficGenerator traffic) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < plan.timeScale().longestEnd().toNanos()) {
            cliqtel.expectReports(counts);
            if (traffic.outbox().isEmpty() && cliqtel.isAtRest() && counts.isDrained()) {
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                watch(application, plan.timeScale().settlingTime());
                return took;
            }
            pause(application);
        }
        return null;
    }

    private void sample(TrafficGenerator traffic, String... said) {
        samples.add(new Sample(
                (System.nanoTime() - began) / 1e9,
                Long.parseLong(said[1]),
                Integer.parseInt(said[2]),
                Integer.parseInt(said[3]),
                ledgerBytes(),
                traffic.hasRested() && NONE.equals(said[3]),
                counts.done()));
    }

    private long ledgerBytes() {
        try (Stream<Path> files = Files.list(plan.folder())) {
            return files.filter(file -> file.getFileName().toString().startsWith(LEDGER))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
