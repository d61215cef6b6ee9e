/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import com.cliqtel.camel.error.CliqtelException;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;

/** A process with a heap of 64 MB that calls an endpoint once for each line of its input. */
public final class SmallHeapCaller implements AutoCloseable {

    static final String WORKED = "worked";

    private final Process process;
    private final BufferedReader out;
    private final PrintWriter in;

    private SmallHeapCaller(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** Reads URIs, and prints for each how the call to it ended. */
    public static void main(String[] arguments) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext();
                BufferedReader uris = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            context.start();
            for (String uri = uris.readLine(); uri != null; uri = uris.readLine()) {
                Exchange out = context.createFluentProducerTemplate()
                        .to(uri)
                        .withBody("canary")
                        .request(Exchange.class);
                System.out.println("ended " + ending(out.getException()));
            }
        }
    }

    private static String ending(Exception failure) {
        if (failure == null) {
            return WORKED;
        }
        return failure instanceof CliqtelException known ? "failed " + known.getCode() : failure.toString();
    }

    static SmallHeapCaller start() throws IOException {
        return new SmallHeapCaller(new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapCaller.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** How a call to this URI ends in that process. */
    String call(String uri) throws IOException {
        in.println(uri);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("ended ")) {
                return line.substring("ended ".length());
            }
        }
        throw new IllegalStateException("the process ended before the call did");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
