/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.list;

import java.util.PrimitiveIterator;

import com.cliqtel.camel.benchmarks.harness.MeasuringProcess;
import com.cliqtel.camel.benchmarks.harness.UsedHeap;
import com.cliqtel.camel.benchmarks.stub.StubProcess;

/** Reads all messages, once for the time and once for the heap. */
final class ListRun {

    private static final int PER_PAGE = 100;
    private static final int LOOKS = 10;
    private static final double MEGABYTE = 1_000_000;

    private ListRun() {}

    /** @param arguments the competitor, how many messages to warm up with, and how many to read */
    public static void main(String[] arguments) {
        int warming = Integer.parseInt(arguments[1]);
        int messages = Integer.parseInt(arguments[2]);
        try (MessageReader reader = MessageReader.open(arguments[0], StubProcess.baseUrl())) {
            read(reader.ids(), warming);
            long began = System.nanoTime();
            read(reader.ids(), messages);
            MeasuringProcess.say("page", (System.nanoTime() - began) / 1_000.0 / (messages / PER_PAGE));
            look(reader.ids(), messages / LOOKS);
        }
    }

    private static void look(PrimitiveIterator.OfLong ids, int between) {
        // what the process had before is no part of the list
        read(ids, between);
        long lowest = Long.MAX_VALUE;
        long highest = 0;
        for (int look = 1; look < LOOKS; look++) {
            long used = UsedHeap.used();
            lowest = Math.min(lowest, used);
            highest = Math.max(highest, used);
            read(ids, between);
        }
        MeasuringProcess.say("heap", highest / MEGABYTE);
        MeasuringProcess.say("growth", (highest - lowest) / MEGABYTE);
    }

    // the ids come in order, so that none can be missing or double
    private static void read(PrimitiveIterator.OfLong ids, int messages) {
        long before = ids.nextLong();
        for (int i = 1; i < messages; i++) {
            long id = ids.nextLong();
            if (id != before + 1) {
                throw new IllegalStateException(id + " after " + before + ": nothing was measured");
            }
            before = id;
        }
    }
}
