/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Assertions on the number of calls and their answers. */
public final class ThenAnswers {

    private final Then then;
    private final FailureReport report;
    private final WaitLimit waitLimit;
    private final String what;
    private final Supplier<List<Integer>> answers;

    ThenAnswers(Then then, FailureReport report, WaitLimit waitLimit, String what, Supplier<List<Integer>> answers) {
        this.then = then;
        this.report = report;
        this.waitLimit = waitLimit;
        this.what = what;
        this.answers = answers;
    }

    /**
     * Just so often, and these were the answers.
     *
     * @param statuses HTTP statuses, in the order they were answered; 0 where there was no answer
     * @return to go on
     */
    public Then answered(int... statuses) {
        List<Integer> wanted = IntStream.of(statuses).boxed().toList();
        List<Integer> seen = waitLimit.until(answers, now -> now.size() >= wanted.size());
        report.require(seen.equals(wanted), what + ", answered " + wanted, seen);
        return then;
    }

    /**
     * Just so often, whatever was answered.
     *
     * @param times 1 or more
     * @return to go on
     */
    public Then times(int times) {
        int seen = waitLimit.until(answers, now -> now.size() >= times).size();
        report.require(seen == times, what + ", " + FailureReport.times(times), seen);
        return then;
    }

    /**
     * Not by now.
     *
     * @return to go on
     */
    public Then never() {
        int seen = answers.get().size();
        report.require(seen == 0, what + ", never", seen);
        return then;
    }
}
