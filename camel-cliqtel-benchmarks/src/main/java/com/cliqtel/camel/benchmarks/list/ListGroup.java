/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.list;

import java.util.List;
import java.util.Map;

import com.cliqtel.camel.benchmarks.harness.BenchmarkGroup;
import com.cliqtel.camel.benchmarks.harness.BenchmarkRunner;
import com.cliqtel.camel.benchmarks.harness.MeasuringProcess;
import com.cliqtel.camel.benchmarks.report.Goal;
import com.cliqtel.camel.benchmarks.report.Report;
import com.cliqtel.camel.benchmarks.report.RoundValues;
import com.cliqtel.camel.benchmarks.report.Row;

/** Compares a stream of a million messages with a hand-written loop. */
public final class ListGroup implements BenchmarkGroup {

    private static final int MESSAGES = 1_000_000;
    private static final int WARMING = 300_000;

    @Override
    public void run(BenchmarkRunner bench, Report report) {
        RoundValues records = new RoundValues();
        List<String> all = List.of(MessageReader.COMPONENT, MessageReader.BY_HAND);
        for (int round = 0; round < bench.scale().rounds(); round++) {
            for (int turn = 0; turn < all.size(); turn++) {
                String competitor = all.get((round + turn) % all.size());
                Map<String, Double> said = MeasuringProcess.run(
                        ListRun.class,
                        List.of("-Xms256m", "-Xmx256m", bench.stubArgument()),
                        competitor,
                        String.valueOf(bench.scale().of(WARMING, 1_000)),
                        String.valueOf(bench.scale().of(MESSAGES, 10_000)));
                said.forEach((what, number) -> records.note(competitor, what, number));
            }
        }
        report.add(Row.ratio(
                "list as a stream, 1,000,000 messages: a page, against a loop by hand",
                Goal.atMost(1.1),
                records.of(MessageReader.COMPONENT, "page", " µs"),
                records.of(MessageReader.BY_HAND, "page", " µs")));
        report.add(Row.of(
                "the same: how far the heap moves, after GC",
                Goal.atMost(20).as("± 10 MB"),
                records.of(MessageReader.COMPONENT, "growth", " MB")));
        report.add(Row.ratio(
                "the same: heap after GC, against by hand",
                Goal.NONE,
                records.of(MessageReader.COMPONENT, "heap", " MB"),
                records.of(MessageReader.BY_HAND, "heap", " MB")));
    }
}
