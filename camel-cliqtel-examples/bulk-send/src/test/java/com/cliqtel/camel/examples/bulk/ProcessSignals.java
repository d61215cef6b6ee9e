/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a process is told to end. */
final class ProcessSignals {

    private static final int INTERRUPT = 2;

    private ProcessSignals() {}

    /** What Ctrl-C sends; where this process was started to ignore it, as its children are then, what {@code kill} sends. */
    static void interrupt(Process process) throws IOException, InterruptedException {
        String signal = isIgnored(INTERRUPT) ? "-TERM" : "-INT";
        new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private static boolean isIgnored(int signal) throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> (signal - 1) & 1) == 1);
    }
}
