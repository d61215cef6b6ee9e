/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the runnable jar runs, in a process of its own, at any port that is free. */
final class JarProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final URI baseUrl;

    private JarProcess(Process process) throws IOException {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.baseUrl = URI.create(after("base URL").strip());
        // there is nothing more to wait for when it has said this
        after("Ctrl+C");
    }

    static JarProcess start(String... flags) throws IOException {
        return run(SimulatorMain.class, List.of(), flags);
    }

    static JarProcess run(Class<?> main, List<String> ofTheMachine, String... flags) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ofTheMachine);
        command.add("-Dlog4j.shutdownHookEnabled=false");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of("--port=0", "--requests-per-minute=0", "--messages-per-second=0"));
        command.addAll(List.of(flags));
        return new JarProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    ApiClient client() {
        return new ApiClient(baseUrl, () -> "sim_test_key");
    }

    /** One with connections of its own, for a thread of its own. */
    ApiClient ownClient() {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new ApiClient(http, baseUrl, () -> "sim_test_key");
    }

    /** Says something to it, and waits for an answer. */
    String ask(String line, String answer) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            return after(answer).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end of the next line with a text. */
    private String after(String text) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains(text)) {
                return line.substring(line.indexOf(text) + text.length());
            }
        }
        throw new IllegalStateException("it ended before it said " + text);
    }

    /** As {@code kill -9} does: nothing of it runs any more. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl+C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
