/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.start;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import com.cliqtel.camel.benchmarks.harness.MeasuringProcess;
import org.apache.camel.CamelContext;

/** Starts many contexts in one process, of each kind in turn. */
final class WarmStart {

    private WarmStart() {}

    /** @param arguments how many to warm up with, and how many to measure, of each kind */
    public static void main(String[] arguments) {
        int warming = Integer.parseInt(arguments[0]);
        int measured = Integer.parseInt(arguments[1]);
        Map<StartKind, double[]> millis = new EnumMap<>(StartKind.class);
        for (StartKind kind : StartKind.values()) {
            millis.put(kind, new double[measured]);
        }
        for (int i = -warming; i < measured; i++) {
            for (StartKind kind : StartKind.values()) {
                long began = System.nanoTime();
                CamelContext context = kind.start();
                long took = System.nanoTime() - began;
                context.stop();
                if (i >= 0) {
                    millis.get(kind)[i] = took / 1_000_000.0;
                }
            }
        }
        millis.forEach((kind, times) -> {
            Arrays.sort(times);
            MeasuringProcess.say(kind.name(), times[times.length / 2]);
        });
        Runtime.getRuntime().halt(0);
    }
}
