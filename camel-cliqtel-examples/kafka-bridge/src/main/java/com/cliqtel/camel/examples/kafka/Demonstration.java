/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.kafka;

import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.simulator.Simulator;
import org.h2.jdbcx.JdbcConnectionPool;

/** Two nodes that share a topic and the quota of an account: with a broker and an account in this process. */
final class Demonstration {

    private static final int RECORDS = 30;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final PrintStream out;

    Demonstration(PrintStream out) {
        this.out = out;
    }

    void run() throws Exception {
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:bridge", "sa", "");
        try (EmbeddedBroker broker = new EmbeddedBroker(Files.createTempDirectory("kafka-bridge"));
                Simulator simulator =
                        Simulator.builder().deliveryTime(Duration.ofSeconds(1)).start()) {
            out.println("A Kafka broker at " + broker.address() + ", a Cliqtel account at " + simulator.baseUrl());
            TopicClient topics = new TopicClient(broker.address(), "sms-bridge");
            topics.create("sms", "sms-sent", "sms-refused", "sms-reports");
            Ledger ledger = new JdbcLedger(database);
            try (BridgeNode one = node(broker, simulator, ledger);
                    BridgeNode two = node(broker, simulator, ledger)) {
                tell(topics, simulator);
            }
        } finally {
            database.dispose();
        }
    }

    private static BridgeNode node(EmbeddedBroker broker, Simulator simulator, Ledger ledger) {
        int port = FreePorts.free();
        BridgeSettings settings = new BridgeSettings(
                broker.address(),
                simulator.baseUrl().toString(),
                simulator.apiKey(),
                simulator.numbers().get(0).number(),
                0.5,
                port,
                "http://127.0.0.1:" + port);
        return new BridgeNode(settings.configuration(), ledger);
    }

    private void tell(TopicClient topics, Simulator simulator) throws Exception {
        topics.awaitNodes(2, LONGEST);
        line("nodes", "2, each with half of the topic's partitions and half of the account's quota");
        for (int i = 1; i <= RECORDS; i++) {
            topics.write("sms", "customer-" + i, """
                    {"id":"order-%d-shipped","to":"+316123456%02d","body":"Your order %d has shipped!"}""".formatted(i, i, i));
        }
        topics.write("sms", "customer-0", """
                {"id":"order-0-shipped","to":"0612345600","body":"Your order 0 has shipped!"}""");
        line("sms", RECORDS + 1 + " records are written");
        line("sms-sent", topics.read("sms-sent", RECORDS, LONGEST).size() + " records");
        topics.read("sms-refused", 1, LONGEST)
                .forEach(record -> line("sms-refused", record.value() + ": " + RecordSteps.reason(record)));
        Map<String, Long> reports = topics.read("sms-reports", 2 * RECORDS, LONGEST).stream()
                .map(record -> record.value().contains("\"delivered\"") ? "delivered" : "sent")
                .collect(Collectors.groupingBy(status -> status, TreeMap::new, Collectors.counting()));
        line("sms-reports", reports.toString());
        line(
                "account",
                simulator.messages().size() + " messages; calls answered with 429: "
                        + simulator.calls().stream()
                                .filter(call -> call.status() == 429)
                                .count());
    }

    private void line(String topic, String text) {
        out.println("  %-12s %s".formatted(topic, text));
    }
}
