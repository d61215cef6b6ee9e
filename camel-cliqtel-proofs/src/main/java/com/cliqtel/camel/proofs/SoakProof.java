/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

import com.cliqtel.camel.proofs.settings.ProofSettings;
import com.cliqtel.camel.proofs.soak.SoakPlan;
import com.cliqtel.camel.proofs.soak.SoakReport;
import com.cliqtel.camel.proofs.soak.SoakResult;
import com.cliqtel.camel.proofs.soak.SoakRun;

/**
 * Runs under faults for any time: every count must equal the account's, and heap and threads must not grow. The system properties
 * {@code soak.minutes}, {@code soak.rate} (SMS a second and context) and {@code soak.seed} set length, load and seed.
 */
final class SoakProof implements Proof {

    private static final double SECONDS = 60;

    @Override
    public boolean run(PrintStream out) throws Exception {
        double minutes = ProofSettings.minutes("soak.minutes", 60);
        Path folder = Path.of(System.getProperty("soak.folder", "target/soak")).toAbsolutePath();
        SoakPlan plan = SoakPlan.of(
                Duration.ofSeconds(Math.round(minutes * SECONDS)),
                ProofSettings.count("soak.rate", 10),
                ProofSettings.seed("soak.seed", 1),
                folder);
        SoakResult findings = new SoakRun(plan).run();
        new SoakReport(findings).write(out);
        return findings.isKept();
    }
}
