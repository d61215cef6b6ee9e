/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.io.PrintStream;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Prints the results of kills or stops. */
final class KillReport {

    private final Interruption interruption;
    private final PrintStream out;

    KillReport(Interruption way, PrintStream out) {
        this.interruption = way;
        this.out = out;
    }

    void settings(int kills, long seed) {
        out.println((interruption == Interruption.KILLED ? "kills " : "stops ") + kills + ", seed " + seed
                + ", unknownOutcome=resend, requestTimeout="
                + Timing.REQUEST_TIMEOUT.toMillis() + ", maxWait="
                + Timing.USUAL.maxWait().toMillis() + ", maxRetries="
                + Timing.MAX_RETRIES + ", settlingTime=" + Timing.SETTLING_TIME.toMillis());
    }

    void notTried(String server, Throwable why) {
        out.println("NOT TRIED on " + server + ", which could not be started on this machine: " + why);
    }

    void result(String ledgers, KillResults.Result result) {
        LongSummaryStatistics messages = result.sent().stream()
                .mapToLong(one -> one.messages().size() - one.trials().size() + 1L)
                .summaryStatistics();
        out.println();
        out.println(ledgers + ": " + result.kills() + " processes " + interruption + ", " + result.keys()
                + " keys, messages a key "
                + range(messages) + ", doubled " + result.doubled() + ", lost " + result.lost()
                + ", told wrong " + result.toldWrong() + ": "
                + (result.isKept() ? "kept" : "BROKEN"));
        if (result.missed() > 0) {
            out.println("  " + result.missed() + " keys went past their step before that; they count, but not below");
        }
        result.failures().forEach(failure -> out.println("  failed: " + failure));
        result.sent().stream()
                .filter(one -> one.doubled() + one.lost() > 0 || !one.isToldRight())
                .forEach(one -> out.println("  wrong: " + one.trials() + ": "
                        + one.messages().size()
                        + " messages, answered in the end "
                        + one.trials().stream().map(Trial::lastAnswer).toList() + ", and by the process that continued "
                        + one.trials().stream().map(KillReport::late).toList()));
        out.println();
        boolean killed = interruption == Interruption.KILLED;
        out.println("| " + interruption + " at | keys | answered first | and in the end | "
                + (killed ? "" : "by the process that continued | ") + "POSTs | messages |");
        out.println("| --- | --- | --- | --- | " + (killed ? "" : "--- | ") + "--- | --- |");
        result.bySteps(one -> one.trials().get(0).step()).forEach(this::row);
    }

    private void row(Step step, List<KillResults.Sent> sent) {
        out.println("| " + step + " | "
                + sent.stream().mapToInt(one -> one.trials().size()).sum() + " | "
                + words(sent, Trial::firstAnswer) + " | "
                + words(sent, Trial::lastAnswer) + " | "
                + (interruption == Interruption.KILLED ? "" : words(sent, KillReport::late) + " | ")
                + range(sent.stream().mapToLong(KillResults.Sent::posts)) + " | "
                + range(sent.stream().mapToLong(one -> one.messages().size())) + " |");
    }

    private static String late(Trial trial) {
        return trial.lateAnswer().orElse("before");
    }

    private static String words(List<KillResults.Sent> sent, Function<Trial, String> word) {
        Map<String, Long> counted = sent.stream()
                .flatMap(one -> one.trials().stream())
                .collect(Collectors.groupingBy(word, TreeMap::new, Collectors.counting()));
        return counted.size() == 1
                ? counted.keySet().iterator().next()
                : counted.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String range(LongStream numbers) {
        return range(numbers.summaryStatistics());
    }

    private static String range(LongSummaryStatistics numbers) {
        return numbers.getMin() == numbers.getMax()
                ? "" + numbers.getMin()
                : numbers.getMin() + " to " + numbers.getMax();
    }
}
