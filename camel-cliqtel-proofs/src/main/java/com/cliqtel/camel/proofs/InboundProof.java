/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.cliqtel.camel.proofs.inbound.InboundResult;
import com.cliqtel.camel.proofs.inbound.InboundRun;
import com.cliqtel.camel.proofs.inbound.ListBehaviour;
import com.cliqtel.camel.proofs.settings.ProofSettings;
import com.cliqtel.camel.simulator.account.ListLag;
import com.cliqtel.camel.simulator.account.ListOrder;
import com.cliqtel.camel.simulator.account.Since;

/**
 * Counts that each inbound message runs the route once, for each order, strictness and lag of lists, across restarts and while pages
 * move. The system properties {@code inbound.messages} and {@code inbound.seed} set the number of messages and the seed.
 */
final class InboundProof implements Proof {

    private static final int MESSAGES = 200_000;
    private static final double PER_SECOND = 1.5;
    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private static final Duration LATE = Duration.ofHours(6);
    private static final double LATE_SHARE = 0.001;

    @Override
    public boolean run(PrintStream out) throws Exception {
        int messages = ProofSettings.count("inbound.messages", MESSAGES);
        long seed = ProofSettings.seed("inbound.seed", 1);
        out.printf(
                Locale.ROOT,
                "%,d messages in each of two series, %.1f a second, polled every 15 s, overlap %d s, seed %d%n",
                messages,
                PER_SECOND,
                OVERLAP.toSeconds(),
                seed);
        boolean kept = true;
        for (ListLag lag : lags(seed)) {
            out.printf(
                    Locale.ROOT,
                    "%nshown up to %d s late%s%n",
                    lag.most().toSeconds(),
                    lag.lateShare() == 0
                            ? ""
                            : String.format(Locale.ROOT, ", %.1f %% of them %d h", 100 * LATE_SHARE, LATE.toHours()));
            out.printf(
                    "%-14s %-6s %9s %6s %8s %9s %7s %10s%n",
                    "order", "since", "messages", "lost", "doubled", "restarts", "pages", "simulated");
            for (ListBehaviour world : worlds(lag)) {
                InboundResult count =
                        new InboundRun(world, seed, messages / worlds(lag).size(), PER_SECOND).withRestarts();
                kept &= count.kept();
                row(out, world, count);
            }
        }
        out.println(kept ? "kept" : "BROKEN");
        return kept;
    }

    private static void row(PrintStream out, ListBehaviour world, InboundResult count) {
        out.printf(
                Locale.ROOT,
                "%-14s %-6s %,9d %6d %8d %9d %,7d %8d h%n",
                world.order(),
                world.since(),
                count.messages(),
                count.lost(),
                count.doubled(),
                count.restarts(),
                count.lists(),
                count.simulated().toHours());
    }

    private static List<ListLag> lags(long seed) {
        ListLag lag = ListLag.upTo(OVERLAP, seed);
        return List.of(lag, lag.butSome(LATE_SHARE, LATE));
    }

    private static List<ListBehaviour> worlds(ListLag lag) {
        List<ListBehaviour> worlds = new ArrayList<>();
        for (ListOrder order : ListOrder.values()) {
            for (Since since : Since.values()) {
                worlds.add(new ListBehaviour(order, since, lag));
            }
        }
        return worlds;
    }
}
