/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks;

import com.cliqtel.camel.benchmarks.report.Report;

/** Benchmarks whose figures stand beside one another. */
@FunctionalInterface
public interface Group {

    /** Measures, and says what came of it. */
    void run(Bench bench, Report report);
}
