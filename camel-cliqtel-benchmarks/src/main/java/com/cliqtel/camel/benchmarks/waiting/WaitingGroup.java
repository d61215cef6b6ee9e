/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.waiting;

import java.util.List;
import java.util.Map;

import com.cliqtel.camel.benchmarks.harness.BenchmarkGroup;
import com.cliqtel.camel.benchmarks.harness.BenchmarkRunner;
import com.cliqtel.camel.benchmarks.harness.MeasuringProcess;
import com.cliqtel.camel.benchmarks.report.Goal;
import com.cliqtel.camel.benchmarks.report.Report;
import com.cliqtel.camel.benchmarks.report.RoundValues;
import com.cliqtel.camel.benchmarks.report.Row;

/** A hundred thousand exchanges that wait for a permit. */
public final class WaitingGroup implements BenchmarkGroup {

    private static final int EXCHANGES = 100_000;

    @Override
    public void run(BenchmarkRunner bench, Report report) {
        RoundValues records = new RoundValues();
        for (int round = 0; round < bench.scale().rounds(); round++) {
            for (WaitKind waiting : WaitKind.values()) {
                Map<String, Double> said = MeasuringProcess.run(
                        WaitingRun.class,
                        List.of("-Xms1g", "-Xmx1g", bench.stubArgument()),
                        waiting.name(),
                        String.valueOf(bench.scale().of(EXCHANGES, 1_000)));
                said.forEach((what, number) -> records.note(waiting, what, number));
            }
        }
        report.add(Row.of(
                "an exchange that waits for a permit, one of 100,000, with its route, message and text",
                Goal.atMost(2_048).as("≤ 2 KB"),
                records.of(WaitKind.FOR_A_PERMIT, "bytes", " B")));
        report.add(Row.of(
                "of that, what Camel keeps of any exchange in a route",
                Goal.NONE,
                records.of(WaitKind.FOR_NOTHING, "bytes", " B")));
        report.add(Row.of(
                "threads that 100,000 waiting exchanges hold",
                Goal.atMost(0).as("none"),
                records.of(WaitKind.FOR_A_PERMIT, "threads", "")));
        report.add(
                Row.of("time until an exchange waits", Goal.NONE, records.of(WaitKind.FOR_A_PERMIT, "micros", " µs")));
    }
}
