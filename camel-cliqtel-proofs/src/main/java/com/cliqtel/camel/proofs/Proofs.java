/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs;

import java.util.Map;
import java.util.TreeMap;

import com.cliqtel.camel.proofs.kills.ConsumerStops;
import com.cliqtel.camel.proofs.kills.KillRun;

/** Runs a proof by its name. */
public final class Proofs {

    private static final Map<String, Proof> KNOWN = new TreeMap<>(Map.<String, Proof>of(
            "consumer-stops",
            ConsumerStops::run,
            "kills",
            KillRun::run,
            "stops",
            KillRun::stops,
            "sends",
            new SendsProof(),
            "reports",
            new ReportsProof(),
            "inbound",
            new InboundProof(),
            "crashes",
            new CrashesProof(),
            "soak",
            new SoakProof()));

    private Proofs() {}

    /** Ends with 0 when the promise was kept, 1 when it was not, 2 when there is no such proof. */
    public static void main(String[] arguments) throws Exception {
        Proof proof = arguments.length == 1 ? KNOWN.get(arguments[0]) : null;
        if (proof == null) {
            System.err.println("Which proof? One of " + KNOWN.keySet() + " was expected");
            System.exit(2);
        }
        System.exit(proof.run(System.out) ? 0 : 1);
    }
}
