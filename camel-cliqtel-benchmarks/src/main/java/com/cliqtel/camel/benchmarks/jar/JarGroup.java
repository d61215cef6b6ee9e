/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.cliqtel.camel.benchmarks.harness.BenchmarkGroup;
import com.cliqtel.camel.benchmarks.harness.BenchmarkRunner;
import com.cliqtel.camel.benchmarks.report.Goal;
import com.cliqtel.camel.benchmarks.report.Report;
import com.cliqtel.camel.benchmarks.report.Row;
import com.cliqtel.camel.benchmarks.report.Series;

/** What the component adds to the class path of one who has Camel HTTP, Jackson and Platform HTTP. */
public final class JarGroup implements BenchmarkGroup {

    private static final String COMPONENT = "camel-cliqtel";
    private static final List<String> PRESENT = List.of("camel-http", "camel-jackson", "camel-platform-http");
    private static final double KILOBYTE = 1_024;

    @Override
    public void run(BenchmarkRunner bench, Report report) {
        Path jar = ClassPath.jar(COMPONENT)
                .orElseThrow(() -> new IllegalStateException(
                        "the component is no jar on this class path: run it with ./mvnw -Pbenchmarks"));
        report.add(Row.of(
                "size of the component's jar",
                Goal.atMost(250).as("≤ 250 KB"),
                new Series(new double[] {size(jar) / KILOBYTE}, " KB")));
        Set<String> added = new TreeSet<>(ClassPath.brings(COMPONENT));
        added.remove(COMPONENT);
        PRESENT.forEach(each -> added.removeAll(ClassPath.brings(each)));
        report.add(new Row(
                "further dependencies that aren't optional",
                Goal.atMost(0).as("none"),
                added.isEmpty() ? "none" : String.join(", ", added),
                "",
                added.size()));
    }

    private static long size(Path jar) {
        try {
            return Files.size(jar);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
