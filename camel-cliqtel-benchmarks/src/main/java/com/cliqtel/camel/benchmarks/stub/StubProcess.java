/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.stub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A {@link StubServer} in a process of its own. */
public final class StubProcess implements AutoCloseable {

    private static final String PORT = "bench.stub";

    private final Process process;
    private final int port;

    private StubProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one. */
    public static StubProcess start() {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            StubServer.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
            return new StubProcess(process, Integer.parseInt(said.readLine()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a process that is to call it is started with. */
    public String jvmArgument() {
        return "-D" + PORT + "=" + port;
    }

    /** Where it is, as a process that was started with {@link #jvmArgument()} knows. */
    public static String baseUrl() {
        return "http://127.0.0.1:" + Integer.getInteger(PORT) + "/api/v1/sms";
    }

    @Override
    public void close() {
        process.destroy();
    }
}
