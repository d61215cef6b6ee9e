/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How long a class's simulator takes to start, and to be reset between tests: printed, for people. */
class StartTimeTest {

    @Test
    void printsTheStartTimesOfAClassAndATest() {
        long[] starts = new long[50];
        long[] resets = new long[starts.length];
        for (int i = 0; i < starts.length; i++) {
            long start = System.nanoTime();
            Cliqtel cliqtel =
                    new Cliqtel(DeclaredSimulators.by(StartTimeTest.class).meant(null));
            starts[i] = System.nanoTime() - start;
            assertThat(TestApplication.send(cliqtel, "x")).isEqualTo(201);

            start = System.nanoTime();
            cliqtel.begin();
            resets[i] = System.nanoTime() - start;
            cliqtel.then().acceptedNothing();
            cliqtel.close();
        }
        tell("a simulator starts", starts);
        tell("a simulator is reset", resets);
    }

    private static void tell(String what, long[] nanos) {
        long first = nanos[0];
        Arrays.sort(nanos);
        System.out.printf(
                "%s: the first of this JVM in %.2f ms, half of %d within %.2f ms, the slowest %.2f ms%n",
                what, first / 1e6, nanos.length, nanos[nanos.length / 2] / 1e6, nanos[nanos.length - 1] / 1e6);
    }
}
