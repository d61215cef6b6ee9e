/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes the output of the application, one line for each event. */
final class ApplicationOutput {

    static final String BETWEEN = "\t";

    private final PrintStream out;

    ApplicationOutput(PrintStream out) {
        this.out = out;
    }

    void say(Object... words) {
        String line = Arrays.stream(words).map(String::valueOf).collect(Collectors.joining(BETWEEN));
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }
}
