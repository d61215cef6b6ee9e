/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.apache.camel.builder.RouteBuilder;

import static com.cliqtel.camel.WebhookServer.SECRET;

/** A process with a heap of 256 MB that listens for webhooks on Vert.x, until its input ends. */
public final class SmallHeapProcess implements AutoCloseable {

    private final Process process;
    private final URI address;

    private SmallHeapProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Prints where it listens, and waits. */
    public static void main(String[] arguments) throws Exception {
        try (WebhookServer server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:webhook?webhookVerifyToken=" + SECRET).to("mock:end");
            }
        })) {
            System.out.println("listens " + server.address());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    static SmallHeapProcess start(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapProcess.class.getName())
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("listens ")) {
                return new SmallHeapProcess(process, URI.create(line.substring("listens ".length())));
            }
        }
        throw new IllegalStateException("it ended before it listened");
    }

    URI address() {
        return address;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }
}
