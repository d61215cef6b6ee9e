/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.start;

import com.cliqtel.camel.benchmarks.harness.MeasuringProcess;

/** Starts one context, in a process that has done nothing before. */
final class ColdStart {

    private ColdStart() {}

    /** @param arguments what it is started with */
    public static void main(String[] arguments) {
        long began = System.nanoTime();
        StartKind.valueOf(arguments[0]).start();
        MeasuringProcess.say("millis", (System.nanoTime() - began) / 1_000_000.0);
        Runtime.getRuntime().halt(0);
    }
}
