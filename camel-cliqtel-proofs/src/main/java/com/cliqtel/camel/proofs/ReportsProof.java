/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs;

import java.io.PrintStream;
import java.util.Locale;

import com.cliqtel.camel.proofs.reports.ReportSender;
import com.cliqtel.camel.proofs.reports.ReportsResult;
import com.cliqtel.camel.proofs.settings.ProofSettings;

/**
 * Counts that each delivery report runs the route successfully once, over two nodes that share a ledger, whatever is repeated and in
 * whatever order. States without stale reports must be correct. The system properties {@code reports.messages} and {@code
 * reports.seed} set the number of messages and the seed.
 */
final class ReportsProof implements Proof {

    private static final int MESSAGES = 2_500;

    @Override
    public boolean run(PrintStream out) throws Exception {
        int messages = ProofSettings.count("reports.messages", MESSAGES);
        ReportsResult tally = new ReportSender(ProofSettings.seed("reports.seed", 1), messages).run();
        out.printf(
                Locale.ROOT,
                "%,d reports of %,d messages, shuffled, each delivered 1 to 5 times, from %d connections to 2 nodes%n",
                tally.reports(),
                messages,
                ReportSender.CONNECTIONS);
        out.printf(
                Locale.ROOT,
                "posted %,d times in %d s; the route ran %,d times, failed %,d times%n",
                tally.posts(),
                tally.time().toSeconds(),
                tally.runs(),
                tally.failures());
        out.println("answers " + tally.answers());
        out.printf(
                Locale.ROOT,
                "processed with success: once %,d, oftener %d, never %d; final state wrong %d of %,d; stale %,d; forged and routed %d of %,d%n",
                tally.once(),
                tally.oftener(),
                tally.never(),
                tally.wrongInTheEnd(),
                messages,
                tally.stale(),
                tally.forgedRouted(),
                tally.forged());
        out.println(tally.kept() ? "kept" : "BROKEN");
        return tally.kept();
    }
}
