/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.webhook;

import java.util.List;
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
import org.openjdk.jmh.annotations.Mode;

/** Compares receiving webhooks with hand-written code. */
public final class WebhookGroup implements BenchmarkGroup {

    private static final int MANY = 16;
    private static final Case COMPONENT = new Case(ReceiverKind.COMPONENT, RequestKind.SIGNED);
    private static final Case FORGED = new Case(ReceiverKind.COMPONENT, RequestKind.FORGED);
    private static final Case ROUTE = new Case(ReceiverKind.PLATFORM_HTTP_ROUTE, RequestKind.SIGNED);
    private static final Case ONCE = new Case(ReceiverKind.IDEMPOTENT_ROUTE, RequestKind.SIGNED);
    private static final Case BARE = new Case(ReceiverKind.BARE_VERTX, RequestKind.SIGNED);

    private static final List<Case> CASES = List.of(COMPONENT, ROUTE, ONCE, BARE, FORGED);

    private record Case(ReceiverKind competitor, RequestKind letter) {

        Map<String, String> parameters() {
            return Map.of("competitor", competitor.name(), "letter", letter.name());
        }

        @Override
        public String toString() {
            return (competitor + ", " + letter).toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    @Override
    public void run(BenchmarkRunner bench, Report report) {
        RoundValues records = new RoundValues();
        for (int round = 0; round < bench.scale().rounds(); round++) {
            for (int turn = 0; turn < CASES.size(); turn++) {
                measure(bench, CASES.get((round + turn) % CASES.size()), records);
            }
        }
        goals(records, report);
        report.add(details(records));
    }

    private static void measure(BenchmarkRunner bench, Case of, RoundValues records) {
        Measurement many = bench.run("WebhookBenchmark.post", Mode.Throughput, MANY, of.parameters());
        records.note(of, "throughput", many.score());
        records.note(of, "bytes", many.bytes());
        records.note(of, "cpu", many.cpu());
        Measurement one = bench.run("WebhookBenchmark.sampled", Mode.SampleTime, 1, of.parameters());
        records.note(of, "p50", one.percentile(50));
        records.note(of, "p99", one.percentile(99));
    }

    private static void goals(RoundValues records, Report report) {
        report.add(Row.ratio(
                "webhook, 16 callers, throughput against a `platform-http:` route that verifies",
                Goal.atLeast(1.0),
                records.of(COMPONENT, "throughput", "/s"),
                records.of(ROUTE, "throughput", "/s")));
        report.add(Row.ratio(
                "webhook, 16 callers, throughput against the same route with Camel's `idempotentConsumer` in memory",
                Goal.NONE,
                records.of(COMPONENT, "throughput", "/s"),
                records.of(ONCE, "throughput", "/s")));
        report.add(Row.ratio(
                "webhook, 16 callers, throughput against bare Vert.x with the HMAC",
                Goal.NONE,
                records.of(COMPONENT, "throughput", "/s"),
                records.of(BARE, "throughput", "/s")));
        report.add(Row.ratio(
                "webhook forged, throughput against accepted",
                Goal.atLeast(1.0).as("cheaper: ≥ 1.00"),
                records.of(FORGED, "throughput", "/s"),
                records.of(COMPONENT, "throughput", "/s")));
        report.add(Row.ratio(
                "webhook forged, allocated, against accepted",
                Goal.atMost(1.0).as("cheaper: ≤ 1.00"),
                records.of(FORGED, "bytes", " B"),
                records.of(COMPONENT, "bytes", " B")));
    }

    private static Details details(RoundValues records) {
        Details table =
                new Details("webhook", "1 caller, p50", "p99", "16 callers", "processor time", "bytes a webhook");
        CASES.forEach(of -> table.line(
                of.toString(),
                records.of(of, "p50", " µs").text(),
                records.of(of, "p99", " µs").text(),
                records.of(of, "throughput", "/s").spread(),
                records.of(of, "cpu", " µs").text(),
                records.of(of, "bytes", "").text()));
        return table;
    }
}
