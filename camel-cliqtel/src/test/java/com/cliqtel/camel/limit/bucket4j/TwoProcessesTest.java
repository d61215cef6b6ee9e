/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit.bucket4j;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.cliqtel.camel.limit.bucket4j.GridNode.LIMIT;
import static com.cliqtel.camel.limit.bucket4j.GridNode.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two processes, one grid in the memory of both, one quota; counted by the server they both call. */
@Timeout(120)
class TwoProcessesTest {

    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final List<Process> nodes = new ArrayList<>();
    private ServerSocket server;

    /** Who called, and when the server counted it. */
    private record Arrival(char node, long nanos) {}

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread accepting = new Thread(this::accept, "server");
        accepting.setDaemon(true);
        accepting.start();
    }

    @AfterEach
    void end() throws IOException {
        nodes.forEach(Process::destroyForcibly);
        server.close();
    }

    @Test
    void shareOneQuotaAndKeepToTheirPartsWhenTheGridIsGone() throws Exception {
        String first = start("a", "0");
        start("b", first);
        tell("go");
        // the first draws of a cold process may take too long, which counts as an outage
        pass(3);
        int before = arrivals.size();
        pass(4);
        int shared = arrivals.size() - before;
        tell("grid");
        long gone = System.nanoTime();
        pass(5);

        List<Long> all = times(arrival -> true);
        List<Long> alone = times(arrival -> arrival.nanos() > gone + window() / 2);
        System.out.printf(
                "RATE two processes, limit %d in %s: %d in 4 windows with the grid, %d in the 5 windows after its end; most in a"
                        + " window %d%n",
                LIMIT, WINDOW.length(), shared, alone.size(), fullest(all));
        assertThat(fullest(all)).isLessThanOrEqualTo(LIMIT);
        // 7/8 of the quota while it is shared, and less on a machine that is busy
        assertThat(shared).isBetween(2 * LIMIT, 4 * LIMIT);
        for (char node : new char[] {'a', 'b'}) {
            List<Long> own = times(arrival -> arrival.node() == node && arrival.nanos() > gone + window() / 2);
            assertThat(own).isNotEmpty();
            assertThat(fullest(own)).isLessThanOrEqualTo(LIMIT / 2);
        }
        assertThat(alone.size()).isBetween(LIMIT, 5 * LIMIT);
    }

    private static long window() {
        return WINDOW.length().toNanos();
    }

    private static void pass(int windows) {
        long end = System.nanoTime() + windows * window();
        await().atMost(Duration.ofSeconds(30)).until(() -> System.nanoTime() > end);
    }

    private List<Long> times(Predicate<Arrival> which) {
        return arrivals.stream().filter(which).map(Arrival::nanos).sorted().toList();
    }

    /** The most in any window. */
    private static int fullest(List<Long> times) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < times.size(); to++) {
            while (times.get(to) - times.get(from) >= window()) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    /** Starts a node, and says its grid's port. */
    private String start(String name, String other) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GridNode.class.getName(),
                        name,
                        String.valueOf(server.getLocalPort()),
                        other)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        nodes.add(process);
        BufferedReader out = process.inputReader();
        CompletableFuture<String> port = CompletableFuture.supplyAsync(() -> port(out));
        return port.get(60, TimeUnit.SECONDS);
    }

    private static String port(BufferedReader out) {
        return out.lines()
                .filter(line -> line.startsWith("PORT "))
                .findFirst()
                .map(line -> line.substring(5))
                .orElseThrow(() -> new IllegalStateException("the node ended"));
    }

    private void tell(String command) throws IOException {
        for (Process node : nodes) {
            node.getOutputStream().write((command + "\n").getBytes());
            node.getOutputStream().flush();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = server.accept();
                Thread answering = new Thread(() -> answer(caller), "answering");
                answering.setDaemon(true);
                answering.start();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            InputStream in = caller.getInputStream();
            for (int node = in.read(); node >= 0; node = in.read()) {
                arrivals.add(new Arrival((char) node, System.nanoTime()));
                caller.getOutputStream().write('.');
            }
        } catch (IOException over) {
            throw new UncheckedIOException(over);
        }
    }
}
