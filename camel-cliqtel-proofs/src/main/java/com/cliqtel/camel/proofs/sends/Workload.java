/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What is to be sent: seeded, and 30 % of it repeats one of the fifty before, to the same recipient, so that many are open together. */
final class Workload {

    private static final double REPEATED = 0.30;
    private static final int NEAR = 50;

    private Workload() {}

    static List<LogicalSend> of(long seed, int count) {
        Random random = new Random(seed);
        List<LogicalSend> sends = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            sends.add(
                    number > 0 && random.nextDouble() < REPEATED
                            ? again(sends.get(number - 1 - random.nextInt(Math.min(NEAR, number))), number)
                            : fresh(random, number));
        }
        return List.copyOf(sends);
    }

    private static LogicalSend again(LogicalSend before, int number) {
        return new LogicalSend(number, before.to(), before.text());
    }

    private static LogicalSend fresh(Random random, int number) {
        return new LogicalSend(
                number, "+316" + (10_000_000 + random.nextInt(90_000_000)), "Your order " + number + " is on its way");
    }
}
