/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What it was measured on.
 *
 * @param loadBefore how many were running before it began, over a minute; negative when unknown
 */
public record Machine(double loadBefore) {

    private static final Path CPU = Path.of("/proc/cpuinfo");

    /** As it is now. */
    public static Machine now() {
        return new Machine(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** In one line. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "Measured on %d cores (%s), %s, Java %s; load before %.2f.",
                Runtime.getRuntime().availableProcessors(),
                cpu(),
                System.getProperty("os.name"),
                System.getProperty("java.vm.version"),
                loadBefore);
    }

    private static String cpu() {
        try (Stream<String> lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException unknown) {
            return System.getProperty("os.arch");
        }
    }
}
