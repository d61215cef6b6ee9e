/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much memory messages and calls take, in a process with a heap of 256 MB. Of 100,000 each:
 * {@code -Dtest=HeapTest -Dsimulator.messages=100000}.
 */
class HeapTest {

    private static final int MESSAGES = Integer.getInteger("simulator.messages", 5_000);
    private static final int THREADS = 8;
    private static final int MOST_BYTES = 3_000;

    @Test
    void takesLittleForEachMessageAndItsCall() throws Exception {
        try (JarProcess jar =
                JarProcess.run(HeapProcess.class, List.of("-Xmx256m"), "--delivery-time=0s", "--balance=10000")) {
            send(jar, 500);
            long before = heap(jar);
            send(jar, MESSAGES);
            long after = heap(jar);

            System.out.printf(
                    "Heap in use after a collection: %.1f MB; with %,d more messages and calls %.1f MB: %d bytes for each%n",
                    before / 1e6, MESSAGES, after / 1e6, (after - before) / MESSAGES);
            assertThat((after - before) / MESSAGES).isLessThan(MOST_BYTES);
        }
    }

    private static long heap(JarProcess jar) {
        return Long.parseLong(jar.ask("", "heap "));
    }

    private static void send(JarProcess jar, int messages) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(thread -> threads.submit(() -> send(jar, thread, messages / THREADS)))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void send(JarProcess jar, int thread, int messages) {
        ApiClient client = jar.ownClient();
        for (int i = 0; i < messages; i++) {
            assertThat(client.text("Your order #" + thread + "-" + i + " has shipped!")
                            .statusCode())
                    .isEqualTo(201);
        }
    }
}
