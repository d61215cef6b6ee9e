/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

import com.cliqtel.camel.proofs.inbound.Count;
import com.cliqtel.camel.proofs.inbound.Polling;
import com.cliqtel.camel.proofs.inbound.World;
import com.cliqtel.camel.proofs.settings.Setting;
import com.cliqtel.camel.simulator.account.ListLag;
import com.cliqtel.camel.simulator.account.ListOrder;
import com.cliqtel.camel.simulator.account.Since;

/**
 * Wherever a process that polls dies, no message is lost, and none is told twice but those whose route had ended while that was
 * not yet noted. How often it dies, and where, is said by the system properties {@code crashes.count} and {@code crashes.seed}.
 */
final class Crashes implements Proof {

    private static final int CRASHES = 1_000;
    private static final int MOST_STEPS = 40;
    private static final int MESSAGES_A_CRASH = 4;
    private static final double PER_SECOND = 0.06;

    @Override
    public boolean run(PrintStream out) throws Exception {
        int crashes = Setting.count("crashes.count", CRASHES);
        long seed = Setting.seed("crashes.seed", 1);
        World world = new World(ListOrder.UNSTABLE_TIES, Since.AFTER, ListLag.upTo(Duration.ofMinutes(2), seed));
        Count count = new Polling(world, seed, crashes * MESSAGES_A_CRASH, PER_SECOND).withCrashes(crashes, MOST_STEPS);
        out.printf(
                Locale.ROOT,
                "%,d messages, the process died %,d times: lost %d, doubled %d, of %d whose route had ended and that was not noted; %,d pages, %d h simulated%n",
                count.messages(),
                count.restarts(),
                count.lost(),
                count.doubled(),
                count.endedUnnoted(),
                count.lists(),
                count.simulated().toHours());
        out.println(count.kept() ? "kept" : "BROKEN");
        return count.kept();
    }
}
