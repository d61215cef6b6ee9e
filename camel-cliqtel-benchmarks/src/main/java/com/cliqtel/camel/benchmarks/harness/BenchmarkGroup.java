/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.harness;

import com.cliqtel.camel.benchmarks.report.Report;

/** A group of benchmarks whose figures appear in the same part of the report. */
@FunctionalInterface
public interface BenchmarkGroup {

    /** Runs the benchmarks of this group and adds their figures to the report. */
    void run(BenchmarkRunner bench, Report report);
}
