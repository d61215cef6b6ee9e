/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

import com.cliqtel.camel.proofs.settings.TimeScale;

/** Prints what came of runs. */
public final class SendsReport {

    private static final String ROW = "%-14s %7s %9s %22s %21s %8s %5s %8s%n";

    private final PrintStream out;

    public SendsReport(PrintStream out) {
        this.out = out;
    }

    /** Before the first run. */
    public void settings(long seed, int count, TimeScale scale, Conditions conditions) {
        line(
                "%,d sends, seed %d, %d at a time; over HTTP on loopback, counted at the simulator",
                count, seed, SendsRun.IN_FLIGHT);
        line(
                "Times are a %dth of the usual: requestTimeout %d ms; settlingTime %d ms (reconcile), %d ms (resend).",
                scale.divisor(),
                scale.requestTimeout().toMillis(),
                scale.settlingTime().toMillis(),
                scale.settlingTimeBeforeResend().toMillis());
        line("%s", conditions);
        line("No rate limits on either side. The waits after a 429 are as usual, for Retry-After has whole seconds.");
        line("Of all POSTs, drawn by the seed:");
        line("  %5.1f %%  connection refused (a closed port; drawn in the order of the attempts)", FaultMix.REFUSED);
        new FaultMix(scale)
                .rows()
                .forEach(
                        row -> line("  %5.1f %%  %s", row.percent(), row.fault().name()));
        line(
                "  late: %d ms after the call came in; very late: %d ms",
                scale.late().toMillis(), scale.latest().toMillis());
    }

    /** After the last. */
    public void results(List<SendsResult> results) {
        out.println();
        out.printf(
                ROW,
                "policy",
                "sent",
                "rejected",
                "unknown (really sent)",
                "not sent / throttled",
                "doubled",
                "lost",
                "seconds");
        results.forEach(this::row);
        out.println();
        results.forEach(this::notes);
        results.forEach(run -> run.broken().forEach(promise -> line("BROKEN by %s: %s", run.policy(), promise)));
    }

    private void row(SendsResult run) {
        SendComparison census = run.comparison();
        out.printf(
                Locale.ROOT,
                ROW,
                run.policy(),
                census.ended(SendOutcome.Kind.SENT),
                census.ended(SendOutcome.Kind.REJECTED),
                run.unknown() + " (" + run.unknownReallySent() + ")",
                census.ended(SendOutcome.Kind.NOT_SENT) + " / " + census.ended(SendOutcome.Kind.THROTTLED),
                census.doubled(),
                census.lost(),
                run.cost().time().toSeconds());
    }

    private void notes(SendsResult run) {
        SendComparison census = run.comparison();
        line(
                "%s: sent %.2f %%, unknown %.2f %%; told sent without an id %d; denied though sent %d;"
                        + " doubled by text alone %d; ids of equal texts exchanged %d; not told once %d, told oddly %d",
                run.policy(),
                run.percentSent(),
                run.percentUnknown(),
                census.ended(SendOutcome.Kind.SENT_AS_UNKNOWN_ID),
                census.wronglyDenied(),
                census.doubledByText(),
                census.exchanged(),
                census.notEndedOnce(),
                census.ended(SendOutcome.Kind.OTHER));
        line(
                "  %d POSTs seen, %d refused; %d lists in %d pages, %d of them of lists shared by several searches;"
                        + " threads at most %d, the component's own %d",
                run.calls().posts(),
                run.cost().refused(),
                run.calls().lists(),
                run.calls().pages(),
                run.calls().sharedPages(),
                run.cost().threads(),
                run.cost().threadsOfComponent());
        line("  unknown, by what struck their last POST: %s", run.unknownBy());
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
