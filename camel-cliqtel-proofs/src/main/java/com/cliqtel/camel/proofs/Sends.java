/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

import com.cliqtel.camel.proofs.sends.Conditions;
import com.cliqtel.camel.proofs.sends.Policy;
import com.cliqtel.camel.proofs.sends.Result;
import com.cliqtel.camel.proofs.sends.Run;
import com.cliqtel.camel.proofs.sends.Scale;
import com.cliqtel.camel.proofs.sends.SendsReport;
import com.cliqtel.camel.proofs.settings.Setting;

/**
 * No send is doubled and none is lost, and few end unknown, while a third of all calls goes wrong. The system properties
 * {@code sends.count} and {@code sends.seed} set how many and which, {@code sends.server=normalising} and {@code
 * sends.clock=jumping} make the server and the machine's clock unusual.
 */
final class Sends implements Proof {

    private static final int COUNT = 10_000;
    private static final long SEED = 1;
    private static final Scale SCALE = new Scale(30);

    @Override
    public boolean run(PrintStream out) throws Exception {
        long seed = Setting.seed("sends.seed", SEED);
        int count = Setting.count("sends.count", COUNT);
        SendsReport report = new SendsReport(out);
        Conditions conditions = new Conditions(
                Setting.isOther("sends.server", "plain", "normalising"),
                Setting.isOther("sends.clock", "right", "jumping"));
        report.settings(seed, count, SCALE, conditions);
        Run run = new Run(seed, count, SCALE, conditions);
        List<Result> results = new ArrayList<>();
        for (Policy policy : List.of(Policy.PLAIN, Policy.RECONCILE, Policy.RESEND)) {
            results.add(run.with(policy));
        }
        report.results(results);
        return results.stream().allMatch(result -> result.broken().isEmpty());
    }
}
