/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.start;

import java.util.List;
import java.util.Map;

import com.cliqtel.camel.benchmarks.harness.BenchmarkGroup;
import com.cliqtel.camel.benchmarks.harness.BenchmarkRunner;
import com.cliqtel.camel.benchmarks.harness.MeasuringProcess;
import com.cliqtel.camel.benchmarks.report.Goal;
import com.cliqtel.camel.benchmarks.report.Report;
import com.cliqtel.camel.benchmarks.report.RoundValues;
import com.cliqtel.camel.benchmarks.report.Row;
import com.cliqtel.camel.benchmarks.report.Series;

/** The start of a context with one route of ours, against one with an {@code http:} route. */
public final class StartGroup implements BenchmarkGroup {

    private static final int PROCESSES = 9;
    private static final List<String> JVM = List.of("-Xms256m", "-Xmx256m");

    @Override
    public void run(BenchmarkRunner bench, Report report) {
        RoundValues records = new RoundValues();
        for (int round = 0; round < bench.scale().rounds(); round++) {
            cold(bench, records);
            Map<String, Double> warm = MeasuringProcess.run(
                    WarmStart.class,
                    JVM,
                    String.valueOf(bench.scale().of(40, 1)),
                    String.valueOf(bench.scale().of(60, 3)));
            for (StartKind kind : StartKind.values()) {
                records.note(kind, "warm", warm.get(kind.name()));
            }
        }
        for (String state : List.of("cold", "warm")) {
            report.add(Row.ratio(
                    "start of a context, " + (state.equals("cold") ? "in a new process" : "in a warm one")
                            + ", against one with `http:`",
                    Goal.atMost(1.15),
                    records.of(StartKind.COMPONENT, state, " ms"),
                    records.of(StartKind.HTTP, state, " ms")));
        }
    }

    /** The median of several processes of each, in turn. */
    private static void cold(BenchmarkRunner bench, RoundValues records) {
        RoundValues processes = new RoundValues();
        for (int i = 0; i < bench.scale().of(PROCESSES, 1); i++) {
            for (StartKind kind : StartKind.values()) {
                processes.note(
                        kind,
                        "",
                        MeasuringProcess.run(ColdStart.class, JVM, kind.name()).get("millis"));
            }
        }
        for (StartKind kind : StartKind.values()) {
            Series times = processes.of(kind, "", "");
            records.note(kind, "cold", times.median());
        }
    }
}
