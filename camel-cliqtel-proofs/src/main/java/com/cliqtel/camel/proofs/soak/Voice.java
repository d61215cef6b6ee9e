/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Says what happens in the application, a line each, and remembers nothing. Thread-safe. */
final class Voice {

    static final String BETWEEN = "\t";

    private final PrintStream out;

    Voice(PrintStream out) {
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
