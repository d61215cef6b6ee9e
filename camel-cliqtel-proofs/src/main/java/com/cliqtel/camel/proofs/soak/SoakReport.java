/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what came of it, and writes the same beside the ledger, with the plot. */
public final class SoakReport {

    private final SoakResult findings;

    /** Of what was found. */
    public SoakReport(SoakResult findings) {
        this.findings = findings;
    }

    /** Writes {@code soak.md} and {@code soak.svg}, and prints the first. */
    public void write(PrintStream out) throws IOException {
        Path folder = findings.plan().folder();
        String all = String.join("\n", lines()) + "\n";
        out.print(all);
        Files.writeString(folder.resolve("soak.md"), all);
        Files.writeString(folder.resolve("soak.svg"), plot());
        out.println("written: " + folder.resolve("soak.md") + ", " + folder.resolve("soak.svg"));
        out.println(findings.isKept() ? "PASS" : "BROKEN");
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                settings(),
                "",
                "| what | at the account | told by the component | | |",
                "| --- | --- | --- | --- | --- |"));
        findings.rows()
                .forEach(row -> lines.add("| " + row.what() + " | " + row.account() + " | " + row.application() + " | "
                        + row.wrong() + " | " + (row.kept() ? "kept" : "BROKEN") + " |"));
        lines.addAll(notes());
        lines.add("");
        lines.addAll(new SampleTable(findings.samples()).lines());
        lines.add("");
        lines.addAll(rests());
        lines.add("");
        String those =
                findings.hasRested() ? "after rests" : "of all samples, for too few rests left nothing under way";
        lines.add(flat("heap " + those, findings.heap(), SoakResult.HEAP_MEGABYTES_AN_HOUR, "MB"));
        lines.add(flat("threads " + those, findings.threads(), SoakResult.THREADS_AN_HOUR, "threads"));
        return lines;
    }

    private List<String> notes() {
        Counts counts = findings.counts();
        List<String> notes = new ArrayList<>(List.of(
                "",
                "Handed over " + counts.sends.handovers() + " times, " + counts.sends.orders() + " orders; restarts "
                        + counts.of(Counts.RESTARTS) + "; webhooks posted " + counts.of(Counts.WEBHOOKS)
                        + ", and forged " + counts.of(Counts.FORGED) + "; at an end "
                        + (findings.drained() == null
                                ? "never"
                                : findings.drained().toSeconds() + " s")
                        + " after the last order.",
                "What struck calls: " + counts.all(Counts.FAULT) + ".",
                "Reads: " + counts.all(Counts.READ) + "."));
        if (!findings.odd().isEmpty()) {
            notes.add("BROKEN, said by the application: " + findings.odd());
        }
        counts.all(Counts.MISSING).keySet().forEach(answers -> notes.add("BROKEN, not routed, answered: " + answers));
        if (findings.drained() == null) {
            notes.add("BROKEN: not everything came to an end; orders nobody was told of " + counts.sends.open());
        }
        return notes;
    }

    private List<String> rests() {
        List<String> lines = new ArrayList<>(List.of(
                "After rests that left nothing under way:",
                "",
                "| minute | heap after GC, MB | threads | sent until then |",
                "| ---: | ---: | ---: | ---: |"));
        for (Sample sample : findings.rested()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %.1f | %.2f | %d | %d |",
                    sample.seconds() / 60,
                    sample.heapMegabytes(),
                    sample.threads(),
                    sample.done().sent()));
        }
        return lines;
    }

    private static String flat(String what, Trend trend, double allowed, String unit) {
        return String.format(
                Locale.ROOT,
                "%s, after the first fifth: %s (two standard errors); %s, for at most %.0f an hour are allowed.",
                what,
                trend.words(unit),
                trend.verdict(allowed),
                allowed);
    }

    private String settings() {
        SoakPlan plan = findings.plan();
        return String.format(
                Locale.ROOT,
                "%.1f minutes, 2 contexts, %d SMS a second each, seed %d, requestTimeout %d ms, settlingTime %d ms without a key and %d ms with one.",
                plan.length().toMillis() / 60_000.0,
                plan.rate(),
                plan.seed(),
                plan.timeScale().requestTimeout().toMillis(),
                plan.timeScale().settlingTime().toMillis(),
                plan.timeScale().settlingTimeBeforeResend().toMillis());
    }

    String plot() {
        SoakPlan plan = findings.plan();
        Trend heap = findings.heap();
        Trend threads = findings.threads();
        return Plot.svg(
                String.format(
                        Locale.ROOT,
                        "camel-cliqtel under faults: %s minutes, two contexts, %d SMS a second each",
                        new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT))
                                .format(plan.length().toSeconds() / 60.0),
                        plan.rate()),
                findings.samples(),
                List.of(
                        new PlotPanel("heap after GC, MB", "#0969da", Sample::heapMegabytes, heap, note(heap, "MB")),
                        new PlotPanel("live threads", "#bc4c00", Sample::threads, threads, note(threads, "threads"))));
    }

    private static String note(Trend trend, String unit) {
        return Double.isFinite(trend.error())
                ? "dotted: a context was restarted; dashed: trend after the first fifth, " + trend.words(unit)
                : "";
    }
}
