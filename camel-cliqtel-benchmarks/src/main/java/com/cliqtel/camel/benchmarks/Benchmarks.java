/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.cliqtel.camel.benchmarks.harness.BenchmarkGroup;
import com.cliqtel.camel.benchmarks.harness.BenchmarkRunner;
import com.cliqtel.camel.benchmarks.harness.RunLength;
import com.cliqtel.camel.benchmarks.jar.JarGroup;
import com.cliqtel.camel.benchmarks.ledger.LedgerGroup;
import com.cliqtel.camel.benchmarks.list.ListGroup;
import com.cliqtel.camel.benchmarks.permits.PermitsGroup;
import com.cliqtel.camel.benchmarks.report.Machine;
import com.cliqtel.camel.benchmarks.report.Report;
import com.cliqtel.camel.benchmarks.report.ReportPage;
import com.cliqtel.camel.benchmarks.send.SendGroup;
import com.cliqtel.camel.benchmarks.start.StartGroup;
import com.cliqtel.camel.benchmarks.stub.StubProcess;
import com.cliqtel.camel.benchmarks.waiting.WaitingGroup;
import com.cliqtel.camel.benchmarks.webhook.WebhookGroup;

/** Runs one group of benchmarks, or all, against one stub server, and prints the report as Markdown. */
public final class Benchmarks {

    private static final Map<String, BenchmarkGroup> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("send", new SendGroup());
        GROUPS.put("webhook", new WebhookGroup());
        GROUPS.put("list", new ListGroup());
        GROUPS.put("permits", new PermitsGroup());
        GROUPS.put("ledger", new LedgerGroup());
        GROUPS.put("waiting", new WaitingGroup());
        GROUPS.put("start", new StartGroup());
        GROUPS.put("jar", new JarGroup());
    }

    private Benchmarks() {}

    /** @param arguments the group's name, or {@code all} */
    public static void main(String[] arguments) {
        String wanted = arguments.length == 0 ? "all" : arguments[0];
        if (!wanted.equals("all") && !GROUPS.containsKey(wanted)) {
            throw new IllegalArgumentException(
                    "no benchmarks named " + wanted + ": -Dbench is all or one of " + GROUPS.keySet());
        }
        // a file that cannot be written fails here, not after half an hour of measuring
        Optional<ReportPage> readme = ReportPage.named(System.getProperty("bench.write", ""));
        RunLength scale = RunLength.fromProperties();
        Machine machine = Machine.now();
        Report report = new Report(System.err::println);
        try (StubProcess stub = StubProcess.start()) {
            BenchmarkRunner bench = new BenchmarkRunner(scale, stub);
            GROUPS.forEach((name, group) -> {
                if (wanted.equals("all") || wanted.equals(name)) {
                    group.run(bench, report);
                }
            });
        }
        String text = report.markdown() + machine.line() + " " + scale.line();
        System.out.println(text);
        readme.ifPresent(page -> page.write(text));
    }
}
