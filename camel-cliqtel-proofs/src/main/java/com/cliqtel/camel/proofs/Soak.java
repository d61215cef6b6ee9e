/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

import com.cliqtel.camel.proofs.settings.Setting;
import com.cliqtel.camel.proofs.soak.Findings;
import com.cliqtel.camel.proofs.soak.Plan;
import com.cliqtel.camel.proofs.soak.SoakReport;
import com.cliqtel.camel.proofs.soak.Soaking;

/**
 * Under faults, for as long as one likes: every count is the account's, and heap and threads stay as they are. How long, how much and
 * which is said by the system properties {@code soak.minutes}, {@code soak.rate} (SMS a second and context) and {@code soak.seed}.
 */
final class Soak implements Proof {

    private static final double SECONDS = 60;

    @Override
    public boolean run(PrintStream out) throws Exception {
        double minutes = Setting.minutes("soak.minutes", 60);
        Path folder = Path.of(System.getProperty("soak.folder", "target/soak")).toAbsolutePath();
        Plan plan = Plan.of(
                Duration.ofSeconds(Math.round(minutes * SECONDS)),
                Setting.count("soak.rate", 10),
                Setting.seed("soak.seed", 1),
                folder);
        Findings findings = new Soaking(plan).run();
        new SoakReport(findings).write(out);
        return findings.isKept();
    }
}
