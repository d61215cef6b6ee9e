/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

import com.cliqtel.camel.proofs.inbound.InboundResult;
import com.cliqtel.camel.proofs.inbound.InboundRun;
import com.cliqtel.camel.proofs.inbound.ListBehaviour;
import com.cliqtel.camel.proofs.settings.ProofSettings;
import com.cliqtel.camel.simulator.account.ListLag;
import com.cliqtel.camel.simulator.account.ListOrder;
import com.cliqtel.camel.simulator.account.Since;

/**
 * Counts that a polling process that dies at any point loses no message. A message may run the route again only if the process died
 * after the route had ended and before that was recorded. The system properties {@code crashes.count} and {@code crashes.seed}
 * set the number of crashes and the seed.
 */
final class CrashesProof implements Proof {

    private static final int CRASHES = 1_000;
    private static final int MOST_STEPS = 40;
    private static final int MESSAGES_A_CRASH = 4;
    private static final double PER_SECOND = 0.06;

    @Override
    public boolean run(PrintStream out) throws Exception {
        int crashes = ProofSettings.count("crashes.count", CRASHES);
        long seed = ProofSettings.seed("crashes.seed", 1);
        ListBehaviour world =
                new ListBehaviour(ListOrder.UNSTABLE_TIES, Since.AFTER, ListLag.upTo(Duration.ofMinutes(2), seed));
        InboundResult count =
                new InboundRun(world, seed, crashes * MESSAGES_A_CRASH, PER_SECOND).withCrashes(crashes, MOST_STEPS);
        out.printf(
                Locale.ROOT,
                "%,d messages, the process died %,d times: lost %d, doubled %d, of %d whose route had ended and that was not noted; %,d pages, %d h simulated%n",
                count.messages(),
                count.restarts(),
                count.lost(),
                count.doubled(),
                count.endedUnrecorded(),
                count.lists(),
                count.simulated().toHours());
        out.println(count.kept() ? "kept" : "BROKEN");
        return count.kept();
    }
}
