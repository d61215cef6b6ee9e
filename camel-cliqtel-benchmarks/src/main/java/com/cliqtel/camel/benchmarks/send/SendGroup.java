/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import java.util.Locale;
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

import static com.cliqtel.camel.benchmarks.send.SenderKind.BY_HAND;
import static com.cliqtel.camel.benchmarks.send.SenderKind.BY_HAND_IN_A_ROUTE;
import static com.cliqtel.camel.benchmarks.send.SenderKind.COMPONENT;
import static com.cliqtel.camel.benchmarks.send.SenderKind.HTTP_ROUTE;

/** Compares sending with hand-written code. */
public final class SendGroup implements BenchmarkGroup {

    private static final int MANY = 16;

    @Override
    public void run(BenchmarkRunner bench, Report report) {
        RoundValues records = new RoundValues();
        SenderKind[] all = SenderKind.values();
        for (int round = 0; round < bench.scale().rounds(); round++) {
            for (int turn = 0; turn < all.length; turn++) {
                measure(bench, all[(round + turn) % all.length], records);
            }
        }
        goals(records, report);
        report.add(details(records));
    }

    private static void measure(BenchmarkRunner bench, SenderKind competitor, RoundValues records) {
        Map<String, String> parameters = Map.of("competitor", competitor.name());
        Measurement many = bench.run("SendBenchmark.send", Mode.Throughput, MANY, parameters);
        records.note(competitor, "throughput 16", many.score());
        records.note(competitor, "bytes", many.bytes());
        records.note(competitor, "cpu", many.cpu());
        sample(bench, competitor, MANY, records);
        double mean = sample(bench, competitor, 1, records);
        records.note(competitor, "throughput 1", 1_000_000 / mean);
    }

    /** The mean, in microseconds. */
    private static double sample(BenchmarkRunner bench, SenderKind competitor, int threads, RoundValues records) {
        Measurement times =
                bench.run("SendBenchmark.sampled", Mode.SampleTime, threads, Map.of("competitor", competitor.name()));
        records.note(competitor, "p50 " + threads, times.percentile(50));
        records.note(competitor, "p99 " + threads, times.percentile(99));
        records.note(competitor, "p99.9 " + threads, times.percentile(99.9));
        return times.score();
    }

    private static void goals(RoundValues records, Report report) {
        Series throughput = records.of(COMPONENT, "throughput 16", "/s");
        report.add(Row.ratio(
                "send, 16 threads, throughput against HttpClient 5 by hand",
                Goal.atLeast(0.90),
                throughput,
                records.of(BY_HAND, "throughput 16", "/s")));
        report.add(Row.ratio(
                "send, 16 threads, throughput against the `http:` route",
                Goal.atLeast(2.5),
                throughput,
                records.of(HTTP_ROUTE, "throughput 16", "/s")));
        report.add(Row.ratio(
                "send, 16 threads, throughput against the same by hand in a route",
                Goal.NONE,
                throughput,
                records.of(BY_HAND_IN_A_ROUTE, "throughput 16", "/s")));
        report.add(Row.ratio(
                "send, allocated, against by hand",
                Goal.atMost(1.5),
                records.of(COMPONENT, "bytes", " B"),
                records.of(BY_HAND, "bytes", " B")));
        report.add(Row.ratio(
                "send, 16 threads, processor time, against by hand",
                Goal.NONE,
                records.of(COMPONENT, "cpu", " µs"),
                records.of(BY_HAND, "cpu", " µs")));
        report.add(Row.ratio(
                "send, one thread, p99 against by hand",
                Goal.atMost(1.25),
                records.of(COMPONENT, "p99 1", " µs"),
                records.of(BY_HAND, "p99 1", " µs")));
    }

    private static Details details(RoundValues records) {
        Details table = new Details(
                "send",
                "1 thread",
                "p50",
                "p99",
                "p99.9",
                "16 threads",
                "p50",
                "p99",
                "p99.9",
                "processor time",
                "bytes a send");
        for (SenderKind competitor : SenderKind.values()) {
            table.line(
                    competitor.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    records.of(competitor, "throughput 1", "/s").text(),
                    records.of(competitor, "p50 1", " µs").text(),
                    records.of(competitor, "p99 1", " µs").text(),
                    records.of(competitor, "p99.9 1", " µs").text(),
                    records.of(competitor, "throughput 16", "/s").spread(),
                    records.of(competitor, "p50 16", " µs").text(),
                    records.of(competitor, "p99 16", " µs").text(),
                    records.of(competitor, "p99.9 16", " µs").text(),
                    records.of(competitor, "cpu", " µs").text(),
                    records.of(competitor, "bytes", "").text());
        }
        return table;
    }
}
