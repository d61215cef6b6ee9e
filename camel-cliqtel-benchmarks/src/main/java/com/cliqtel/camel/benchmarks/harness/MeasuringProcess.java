/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs a process that measures what JMH can't, and reads its figures from lines {@code name=number} of its output. */
public final class MeasuringProcess {

    private MeasuringProcess() {}

    /**
     * Runs a process and waits until it ends.
     *
     * @param main the main class
     * @param jvm arguments of the JVM
     * @param arguments arguments of the main class
     * @return the figures by name
     * @throws IllegalStateException when the process ends with another exit code than 0
     */
    public static Map<String, Double> run(Class<?> main, List<String> jvm, String... arguments) {
        System.err.println("  " + main.getSimpleName() + " " + String.join(" ", arguments));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Map<String, Double> said = read(process);
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(main.getSimpleName() + " ended with " + code);
            }
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    /** Prints one figure for the process that started this one. */
    public static void say(String name, double number) {
        System.out.println(name + "=" + number);
    }

    private static Map<String, Double> read(Process process) throws IOException {
        Map<String, Double> said = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int equals = line.indexOf('=');
                said.put(line.substring(0, equals), Double.parseDouble(line.substring(equals + 1)));
            }
        }
        return said;
    }
}
