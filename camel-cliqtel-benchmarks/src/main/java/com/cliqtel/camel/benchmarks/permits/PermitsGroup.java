/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.permits;

import java.util.List;
import java.util.Map;

import com.cliqtel.camel.benchmarks.harness.BenchmarkGroup;
import com.cliqtel.camel.benchmarks.harness.BenchmarkRunner;
import com.cliqtel.camel.benchmarks.harness.Measurement;
import com.cliqtel.camel.benchmarks.report.Details;
import com.cliqtel.camel.benchmarks.report.Goal;
import com.cliqtel.camel.benchmarks.report.Report;
import com.cliqtel.camel.benchmarks.report.RoundValues;
import com.cliqtel.camel.benchmarks.report.Row;
import com.cliqtel.camel.benchmarks.report.Series;
import org.openjdk.jmh.annotations.Mode;

/** Measures the limiter's permits and the ledger's claims. */
public final class PermitsGroup implements BenchmarkGroup {

    private static final int MANY = 16;
    private static final String TIME = "time";
    private static final String COST = "cost";
    private static final String BYTES = "bytes";

    private static final List<Case> CASES = List.of(
            new Case("permit, one thread, 60 a minute", "PermitBenchmark.permit", 1, Map.of("account", "USUAL")),
            new Case("permit, one thread, 6,000 a minute", "PermitBenchmark.permit", 1, Map.of("account", "LARGE")),
            new Case("permit, 16 threads, 6,000 a minute", "PermitBenchmark.permit", MANY, Map.of("account", "LARGE")),
            new Case("take and close in memory, one thread", "ClaimBenchmark.claim", 1, Map.of("kind", "MEMORY")),
            new Case("take and close in memory, 16 threads", "ClaimBenchmark.claim", MANY, Map.of("kind", "MEMORY")),
            new Case(
                    "take and close in a file of H2, one thread", "ClaimBenchmark.claim", 1, Map.of("kind", "H2_FILE")),
            new Case(
                    "take and close in a file of H2, 16 threads",
                    "ClaimBenchmark.claim",
                    MANY,
                    Map.of("kind", "H2_FILE")));

    private record Case(String name, String method, int threads, Map<String, String> parameters) {}

    @Override
    public void run(BenchmarkRunner bench, Report report) {
        RoundValues records = new RoundValues();
        for (int round = 0; round < bench.scale().rounds(); round++) {
            for (Case each : CASES) {
                Measurement measured = bench.run(each.method, Mode.AverageTime, each.threads, each.parameters);
                records.note(each.name, TIME, measured.score() / 1_000);
                records.note(each.name, COST, measured.score() / 1_000 / each.threads);
                records.note(each.name, BYTES, measured.bytes());
            }
        }
        report.add(Row.of(
                "permit from the limiter, uncontended", Goal.atMost(1).as("≤ 1 µs"), time(records, CASES.get(0))));
        report.add(Row.of(
                "permit from the limiter, 16 threads", Goal.atMost(5).as("≤ 5 µs"), time(records, CASES.get(2))));
        // sixteen threads share the cores: each sees the others' turns too
        Details table =
                new Details("limiter and ledger", "as one of the threads sees it", "one after the other", "bytes");
        CASES.forEach(each -> table.line(
                each.name,
                time(records, each).spread(),
                records.of(each.name, COST, " µs").text(),
                records.of(each.name, BYTES, "").text()));
        report.add(table);
    }

    private static Series time(RoundValues records, Case of) {
        return records.of(of.name, TIME, " µs");
    }
}
