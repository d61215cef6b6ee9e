/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks;

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

/** A process of its own that measures something JMH does not, and says what it found as lines {@code name=number}. */
public final class Child {

    private Child() {}

    /**
     * Runs one to its end.
     *
     * @param main what it runs
     * @param jvm what its JVM is started with
     * @param arguments what its main is given
     * @return what it said
     * @throws IllegalStateException when it fails
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

    /** Says one thing to whoever started this process. */
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
