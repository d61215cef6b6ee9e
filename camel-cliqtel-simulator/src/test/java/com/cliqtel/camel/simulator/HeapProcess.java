/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.IOException;
import java.lang.management.ManagementFactory;

/** Says how much of its heap is in use after a collection, whenever it is asked. */
final class HeapProcess {

    private HeapProcess() {}

    public static void main(String[] args) throws Exception {
        Thread asked = new Thread(HeapProcess::answer);
        asked.setDaemon(true);
        asked.start();
        SimulatorMain.main(args);
    }

    private static void answer() {
        try {
            while (System.in.read() >= 0) {
                System.gc();
                System.out.println("heap "
                        + ManagementFactory.getMemoryMXBean()
                                .getHeapMemoryUsage()
                                .getUsed());
            }
        } catch (IOException e) {
            System.out.println("heap -1");
        }
    }
}
