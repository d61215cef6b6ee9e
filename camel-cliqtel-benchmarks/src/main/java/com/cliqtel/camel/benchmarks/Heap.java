/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks;

import java.lang.management.ManagementFactory;

/** The heap of this process. */
public final class Heap {

    private static final int COLLECTIONS = 3;

    private Heap() {}

    /** Bytes in use when what nobody needs is gone. */
    public static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
