/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assumptions.abort;

/** Runs Node.js, if it is installed, to compare with ECMAScript's own results. */
public final class NodeJs {

    private NodeJs() {}

    /**
     * Runs a script with {@code node} from the path, or has the test skipped, visibly, where there is none.
     *
     * @param input what the script finds on its standard input
     * @return what it prints
     */
    public static String run(String script, byte[] input, String... arguments) throws IOException {
        Process node = start(script, arguments);
        try (OutputStream stdin = node.getOutputStream()) {
            stdin.write(input);
        }
        return new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Process start(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node", "-e", script, "--"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException notInstalled) {
            return abort("skipped: there is no node on the path to compare with");
        }
    }
}
