/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs;

import java.io.PrintStream;
import java.util.Locale;

import com.cliqtel.camel.proofs.reports.Postman;
import com.cliqtel.camel.proofs.reports.Tally;
import com.cliqtel.camel.proofs.settings.Setting;

/**
 * Each delivery report runs the route with success once, whatever the sender repeats and in whatever order, over two nodes that
 * share a ledger, and what is not stale is the truth. How many and which is said by the system properties {@code
 * reports.messages} and {@code reports.seed}.
 */
final class Reports implements Proof {

    private static final int MESSAGES = 2_500;

    @Override
    public boolean run(PrintStream out) throws Exception {
        int messages = Setting.count("reports.messages", MESSAGES);
        Tally tally = new Postman(Setting.seed("reports.seed", 1), messages).run();
        out.printf(
                Locale.ROOT,
                "%,d reports of %,d messages, shuffled, each delivered 1 to 5 times, from %d connections to 2 nodes%n",
                tally.reports(),
                messages,
                Postman.CONNECTIONS);
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
