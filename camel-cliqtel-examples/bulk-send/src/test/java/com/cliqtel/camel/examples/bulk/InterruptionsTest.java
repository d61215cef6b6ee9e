/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The same command again and again: interrupted as by Ctrl-C, and killed, in turns, in the middle of it. Larger with
 * {@code -Dbulk.rows=5000 -Dbulk.stops=20}; at the account's real limits, and never stopped, with {@code -Dbulk.rows=130
 * -Dbulk.stops=0 -Dbulk.requests-per-minute=60 -Dbulk.messages-per-second=10}.
 */
@DisabledOnOs(OS.WINDOWS)
class InterruptionsTest {

    private static final int ROWS = Integer.getInteger("bulk.rows", 240);
    private static final int STOPS = Integer.getInteger("bulk.stops", 2);
    private static final Quota QUOTA = new Quota(
            Integer.getInteger("bulk.requests-per-minute", 6_000), Integer.getInteger("bulk.messages-per-second", 100));

    @TempDir
    private Path folder;

    @CliqtelSimulator
    private Cliqtel cliqtel;

    private Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void sendsEachRowOnceDespiteInterruptions() throws Exception {
        cliqtel.given()
                .requestsPerMinute(QUOTA.requestsPerMinute())
                .messagesPerSecond(QUOTA.messagesPerSecond())
                .wallet("1000");
        recipients();
        long began = System.nanoTime();

        List<String> codes = new ArrayList<>();
        for (int stop = 1; stop <= STOPS; stop++) {
            start();
            int enough = ROWS * stop / (STOPS + 1);
            await().atMost(Duration.ofMinutes(2)).until(() -> sent() >= enough || !process.isAlive());
            codes.add(stop % 2 == 0 ? kill() : interrupt());
        }
        start();
        assertThat(process.waitFor()).as(this::log).isZero();

        Map<String, Long> perPhone = cliqtel.simulator().messages().stream()
                .collect(Collectors.groupingBy(Message::to, TreeMap::new, Collectors.counting()));
        System.out.printf(
                "%,d rows, stopped %d times (exit codes %s), took %d s: sent once %,d, twice or more %,d, never %,d; POSTs %,d, answered 429 %,d%n",
                ROWS,
                STOPS,
                counts(codes),
                Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                perPhone.values().stream().filter(times -> times == 1).count(),
                perPhone.values().stream().filter(times -> times > 1).count(),
                ROWS - perPhone.size(),
                cliqtel.simulator().calls().stream()
                        .filter(call -> call.method().equals("POST"))
                        .count(),
                cliqtel.simulator().calls().stream()
                        .filter(call -> call.status() == 429)
                        .count());
        assertThat(perPhone).hasSize(ROWS).allSatisfy((phone, times) -> assertThat(times)
                .isEqualTo(1));
        assertThat(results())
                .hasSize(ROWS + 1)
                .filteredOn(line -> line.contains(",sent,"))
                .hasSize(ROWS);
        assertThat(cliqtel.simulator().calls()).extracting(ReceivedCall::status).doesNotContain(429);
    }

    private static Map<String, Long> counts(List<String> all) {
        return all.stream().collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()));
    }

    private void recipients() throws Exception {
        List<String> lines = new ArrayList<>(List.of("country,phone"));
        for (int i = 0; i < ROWS; i++) {
            lines.add("NL,06 1%07d".formatted(i));
        }
        Files.write(folder.resolve("recipients.csv"), lines);
    }

    private int sent() {
        return cliqtel.simulator().messages().size();
    }

    private List<String> results() throws Exception {
        return Files.readAllLines(folder.resolve("recipients.csv.results.csv"));
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("said.txt"));
        } catch (Exception none) {
            return none.toString();
        }
    }

    private void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-Dbulk.log=" + folder.resolve("log.txt"),
                // a killed process holds its rows for as long as one attempt may take
                "-Dcamel.component.cliqtel.max-wait=" + (STOPS == 0 ? 120_000 : 3_000),
                "-Dcamel.component.cliqtel.request-timeout=2000",
                "-Dcamel.component.cliqtel.max-retries=0",
                "-Dcamel.component.cliqtel.settling-time=2000",
                "-classpath",
                System.getProperty("java.class.path"),
                BulkSend.class.getName(),
                folder.resolve("recipients.csv").toString(),
                "--text",
                "Hello",
                "--requests-per-minute",
                String.valueOf(QUOTA.requestsPerMinute()),
                "--messages-per-second",
                String.valueOf(QUOTA.messagesPerSecond()),
                "--again-after",
                "1",
                "--yes");
        builder.environment().put("CLIQTEL_API_KEY", cliqtel.apiKey());
        builder.environment().put("CLIQTEL_BASE_URL", cliqtel.baseUrl().toString());
        builder.environment().put("CLIQTEL_FROM", "+16625163513");
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("said.txt").toFile()))
                .start();
    }

    private String kill() throws Exception {
        process.destroyForcibly();
        return String.valueOf(process.waitFor());
    }

    private String interrupt() throws Exception {
        ProcessSignals.interrupt(process);
        return String.valueOf(process.waitFor());
    }
}
