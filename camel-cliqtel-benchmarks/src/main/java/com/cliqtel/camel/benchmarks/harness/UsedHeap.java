/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.harness;

import java.lang.management.ManagementFactory;

/** The used heap of this process. */
public final class UsedHeap {

    private static final int COLLECTIONS = 3;

    private UsedHeap() {}

    /** Returns the bytes in use after several garbage collections. */
    public static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
