/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Samples as a Markdown table with at most one row a minute. */
final class SampleTable {

    private static final double MINUTE = 60;
    private static final int MOST_ROWS = 60;
    private static final int SHORTEST_ROWS = 12;

    private final List<Sample> samples;

    SampleTable(List<Sample> samples) {
        this.samples = samples;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "| minute | heap after GC, MB | threads | under way | sent/s | reports/s | inbound/s | statuses/s | ledger, MB |",
                "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"));
        Sample before = new Sample(0, 0, 0, 0, 0, false, Sample.Done.NOTHING);
        for (Sample sample : rows()) {
            lines.add(row(before, sample));
            before = sample;
        }
        return lines;
    }

    private List<Sample> rows() {
        List<Sample> rows = new ArrayList<>();
        double next = step();
        for (Sample sample : samples) {
            // a sample comes at its time or a moment later, and sometimes a moment before
            if (sample.seconds() > next - 1) {
                rows.add(sample);
                next += step();
            }
        }
        return rows;
    }

    private double step() {
        double length = samples.isEmpty() ? 0 : samples.get(samples.size() - 1).seconds();
        if (length < SHORTEST_ROWS * MINUTE / 2) {
            return Math.max(1, length / SHORTEST_ROWS);
        }
        return MINUTE * Math.ceil(length / MINUTE / MOST_ROWS);
    }

    private static String row(Sample before, Sample sample) {
        Sample.Done was = before.done();
        Sample.Done is = sample.done();
        double seconds = sample.seconds() - before.seconds();
        return String.format(
                Locale.ROOT,
                "| %.1f | %.1f | %d | %d | %.1f | %.1f | %.1f | %.1f | %.0f |",
                sample.seconds() / MINUTE,
                sample.heapMegabytes(),
                sample.threads(),
                sample.underWay(),
                (is.sent() - was.sent()) / seconds,
                (is.reports() - was.reports()) / seconds,
                (is.inbound() - was.inbound()) / seconds,
                (is.statuses() - was.statuses()) / seconds,
                sample.ledgerMegabytes());
    }
}
