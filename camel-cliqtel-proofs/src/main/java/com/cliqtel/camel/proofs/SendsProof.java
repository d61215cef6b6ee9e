/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

import com.cliqtel.camel.proofs.sends.Conditions;
import com.cliqtel.camel.proofs.sends.SendPolicy;
import com.cliqtel.camel.proofs.sends.SendsReport;
import com.cliqtel.camel.proofs.sends.SendsResult;
import com.cliqtel.camel.proofs.sends.SendsRun;
import com.cliqtel.camel.proofs.settings.ProofSettings;
import com.cliqtel.camel.proofs.settings.TimeScale;

/**
 * Counts that no send is doubled or lost and that few end unknown, while a third of all calls fails. The system properties
 * {@code sends.count} and {@code sends.seed} set the number of sends and the seed. {@code sends.server=normalising} and {@code
 * sends.clock=jumping} make the server and the machine's clock unusual.
 */
final class SendsProof implements Proof {

    private static final int COUNT = 10_000;
    private static final long SEED = 1;
    private static final TimeScale SCALE = new TimeScale(30);

    @Override
    public boolean run(PrintStream out) throws Exception {
        long seed = ProofSettings.seed("sends.seed", SEED);
        int count = ProofSettings.count("sends.count", COUNT);
        SendsReport report = new SendsReport(out);
        Conditions conditions = new Conditions(
                ProofSettings.isOther("sends.server", "plain", "normalising"),
                ProofSettings.isOther("sends.clock", "right", "jumping"));
        report.settings(seed, count, SCALE, conditions);
        SendsRun run = new SendsRun(seed, count, SCALE, conditions);
        List<SendsResult> results = new ArrayList<>();
        for (SendPolicy policy : List.of(SendPolicy.PLAIN, SendPolicy.RECONCILE, SendPolicy.RESEND)) {
            results.add(run.with(policy));
        }
        report.results(results);
        return results.stream().allMatch(result -> result.broken().isEmpty());
    }
}
