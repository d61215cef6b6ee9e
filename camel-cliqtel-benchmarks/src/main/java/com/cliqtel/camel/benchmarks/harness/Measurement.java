/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.harness;

import org.openjdk.jmh.results.RunResult;

/** The result of one run of a JMH benchmark. */
public final class Measurement {

    private final RunResult result;

    Measurement(RunResult result) {
        this.result = result;
    }

    /** The benchmark's own figure, in its unit: the mean. */
    public double score() {
        return result.getPrimaryResult().getScore();
    }

    /** A percentile of the times sampled, 0 to 100, in the benchmark's unit. */
    public double percentile(double rank) {
        return result.getPrimaryResult().getStatistics().getPercentile(rank);
    }

    /** Bytes that one operation allocated. */
    public double bytes() {
        return result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
    }

    /** Microseconds of processor time that one operation took, in all threads of the process. */
    public double cpu() {
        return result.getSecondaryResults().get(CpuProfiler.FIGURE).getScore();
    }
}
