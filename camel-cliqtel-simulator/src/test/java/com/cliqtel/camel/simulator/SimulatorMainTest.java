/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.cliqtel.camel.simulator.account.AccountNumber;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.script.FaultScript;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SimulatorMainTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final SimulatorMain main = new SimulatorMain(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));

    @Test
    void printsItsUsage() {
        try (Simulator cliqtel = start("--port", "0")) {
            String page = "http://127.0.0.1:" + cliqtel.port() + "/";
            assertThat(out.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow())
                    .endsWith(" " + page);
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains(cliqtel.baseUrl().toString(), "sim_test_key", "loopback only", "curl -X POST");
            assertThat(err.size()).isZero();
        }
    }

    @Test
    void setsWhatTheFlagsSay() {
        try (Simulator cliqtel = start(
                "--port=0",
                "--host",
                "localhost",
                "--key",
                "one",
                "--webhook-secret",
                "two",
                "--number",
                "+16625163513:11:us",
                "--number",
                "+31612345678::NL",
                "--number",
                "+16625163514",
                "--balance",
                "0.016",
                "--delivery-time",
                "0ms",
                "--fails",
                "+15550001111",
                "--carrier-rejects",
                "+15550002222",
                "--requests-per-minute",
                "7",
                "--messages-per-second",
                "0")) {
            assertThat(cliqtel.apiKey()).isEqualTo("one");
            assertThat(cliqtel.webhookSecret()).isEqualTo("two");
            assertThat(cliqtel.numbers())
                    .containsExactly(
                            new AccountNumber(11, "+16625163513", "US", "local", true, true),
                            new AccountNumber(2, "+31612345678", "NL", "local", true, true),
                            new AccountNumber(3, "+16625163514", "US", "local", true, true));
            assertThat(cliqtel.balance()).isEqualByComparingTo(new BigDecimal("0.016"));
            assertThat(new ApiClient(cliqtel).get("/numbers").headers().firstValue("X-RateLimit-Limit"))
                    .contains("7");
        }
    }

    @Test
    void setsNetworkAndServerBehaviour() {
        AtomicInteger failures = new AtomicInteger(2);
        try (WebhookReceiver app = new WebhookReceiver(
                        exchange -> exchange.sendResponseHeaders(failures.getAndDecrement() > 0 ? 500 : 200, -1));
                Simulator cliqtel = start(
                        "--port=0",
                        "--webhook-repeats=0ms,0ms",
                        "--webhook-signed=stringified",
                        "--list-order=oldest-first",
                        "--list-since=from",
                        "--list-lag=0ms")) {
            ApiClient client = new ApiClient(cliqtel);
            client.send("{\"from_number_id\":11,\"to\":\"+31612345678\",\"body\":\"1\",\"status_callback_url\":\""
                    + app.url() + "\"}");
            long id = cliqtel.messages().get(0).id();
            cliqtel.deliver(id);
            cliqtel.receive("4711", "+16625163513", "2");
            await().until(() -> cliqtel.webhooks().size() == 3);

            assertThat(cliqtel.webhooks()).extracting(WebhookDelivery::attempt).containsExactly(1, 2, 3);
            assertThat(app.received().get(2).text()).contains("8.0e-3");
            assertThat(client.get("/messages?since=" + cliqtel.messages().get(0).createdAt())
                            .body())
                    .containsSubsequence("\"id\":42", "\"id\":43");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port eighty                | --port      | --port 8089",
                "--port 65536                 | 65535       | --port 8089",
                "--port                       | missing     | --port 8089",
                "--key ü                      | ASCII       | --key sim_test_key",
                "--number 16625163513         | E.164       | --number +16625163513:11:US",
                "--number +16625163513:x      | E.164       | --number +16625163513:11:US",
                "--number +16625163513:0      | id          | --number +16625163513:11:US",
                "--number +16625163513:1:USA  | E.164       | --number +16625163513:11:US",
                "--number +1:1                | E.164       | --number +16625163513:11:US",
                "--balance -1                 | amount      | --balance 100.00",
                "--balance 1e9                | amount      | --balance 100.00",
                "--balance 0.0000001          | decimals    | --balance 100.00",
                "--delivery-time 3            | s, m or h   | --delivery-time 3s",
                "--delivery-time -3s          | s, m or h   | --delivery-time 3s",
                "--fails 555                  | E.164       | --fails +15550001111",
                "--requests-per-minute -1     | 0 to        | --requests-per-minute 60",
                "--messages-per-second many   | no number   | --messages-per-second 10",
                "--webhook-repeats 5s,           | s, m or h   | --webhook-repeats 5s,1m,10m",
                "--webhook-signed RAW         | raw, stringified | --webhook-signed stringified",
                "--list-order newest          | newest-first, oldest-first, unstable-ties | --list-order oldest-first",
                "--list-since since           | after, from | --list-since from",
                "--list-lag 9000h             | 365 days    | --list-lag 30s",
                "--keep 0                     | 1 or more   | --keep 100000",
                "--keep all                   | no number   | --keep 100000",
                "--faults no/such.yaml        | no/such.yaml cannot be read: there is no such file | --faults faults.yaml",
                "--faults pom.xml             | pom.xml, line 1 | --faults faults.yaml",
                "--prot 8089                  | Unknown     | --port",
                "8089                         | Unknown     | --port"
            })
    void saysWhatIsWrongWhereAndWhatWouldBeRight(String arguments, String wrong, String right) {
        assertThat(main.start(List.of(arguments.split(" ")))).isEmpty();

        assertThat(main.status()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(wrong, right).doesNotContain("Exception");
        assertThat(out.size()).isZero();
    }

    @Test
    void listsItsFlags() {
        assertThat(main.start(List.of("--port", "0", "--help"))).isEmpty();

        assertThat(main.status()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--port", "--key", "--number", "--balance", "--delivery-time", "--help")
                .contains("http://127.0.0.1:8089/ ", "--state", "--keep", "--faults", "--print-faults");
    }

    @Test
    void showsAFaultScriptThatCanBeRead() {
        main.start(List.of("--help"));
        String script = out.toString(StandardCharsets.UTF_8)
                .lines()
                .dropWhile(line -> !line.strip().equals("faults:"))
                .takeWhile(line -> !line.isBlank())
                .collect(Collectors.joining("\n"))
                .stripIndent();

        FaultScript read = FaultScript.read(script);
        assertThat(read.rules()).hasSize(2);
        assertThat(read.webhooks()).isPresent();
    }

    @Test
    void replaysOverHttpWhatItHasPrinted() throws IOException {
        Path faults = Files.writeString(folder.resolve("faults.yaml"), """
                seed: 7
                faults:
                  - on: sends
                    mix:
                      - {percent: 30, accepted: yes, sees: {status: 502, html: yes}}
                      - {percent: 20, accepted: no, sees: {too-many-requests: {retry-after: 5}}}
                  - {on: calls, method: GET, nth: 2, accepted: no, sees: {status: 500}}
                """);
        Path replay = folder.resolve("replay.yaml");

        List<String> first = struck("--faults", faults.toString(), "--print-faults", replay.toString());
        List<String> again = struck("--faults=" + replay);

        assertThat(again).isEqualTo(first);
        assertThat(first).filteredOn(line -> line.contains(" 201 ")).hasSizeBetween(10, 30);
        assertThat(first).filteredOn(line -> line.contains(" 429 ")).isNotEmpty();
        assertThat(first).filteredOn(line -> line.contains(" 502 ")).isNotEmpty();
        assertThat(first).filteredOn(line -> line.contains(" 500 ")).hasSize(1);
        assertThat(Files.readString(replay)).doesNotContain("secret text");
    }

    /** Forty sends and three lists, over HTTP: what each was answered and what had struck it; then an orderly end. */
    private List<String> struck(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--port=0", "--requests-per-minute=0", "--messages-per-second=0"));
        Simulator cliqtel = start(all.toArray(String[]::new));
        ApiClient client = new ApiClient(cliqtel);
        for (int i = 0; i < 40; i++) {
            client.text("secret text " + i);
        }
        for (int i = 0; i < 3; i++) {
            client.get("/messages");
        }
        main.stop(cliqtel);
        return cliqtel.calls().stream()
                .map(call -> call.method() + " " + call.status() + " " + call.fault())
                .toList();
    }

    @Test
    void remembersItsAccountAndSaysSoWhenItCannot() throws IOException {
        Path state = folder.resolve("state.json");
        Simulator cliqtel = start("--port=0", "--state", state.toString(), "--keep=2");
        for (int i = 0; i < 3; i++) {
            new ApiClient(cliqtel).text("x");
        }
        main.stop(cliqtel);
        try (Simulator next = start("--port=0", "--state=" + state)) {
            assertThat(next.messages()).extracting(Message::id).containsExactly(43L, 44L);

            assertThat(main.start(List.of("--port=0", "--state=" + state))).isEmpty();
            assertThat(main.status()).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains(state.toString(), "another simulator uses it");
        }
        Files.writeString(state, "{}");
        assertThat(main.start(List.of("--port=0", "--state=" + state))).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("not the state of a simulator", "Right would be")
                .doesNotContain("Exception");
        assertThat(state).hasContent("{}");
    }

    @Test
    void saysThatThePortIsTaken() {
        try (Simulator other = Simulator.builder().start()) {
            assertThat(main.start(List.of("--port", String.valueOf(other.port()))))
                    .isEmpty();

            assertThat(main.status()).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .contains("--port 0")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void warnsWhenOthersCanReachIt() {
        try (Simulator cliqtel = start("--port", "0", "--host", "0.0.0.0")) {
            assertThat(cliqtel.baseUrl()).hasToString("http://127.0.0.1:" + cliqtel.port() + "/api/v1/sms");
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("whoever").doesNotContain("loopback only");
        }
    }

    private Simulator start(String... arguments) {
        Optional<Simulator> cliqtel = main.start(List.of(arguments));
        assertThat(cliqtel).as(err.toString(StandardCharsets.UTF_8)).isPresent();
        return cliqtel.orElseThrow();
    }
}
