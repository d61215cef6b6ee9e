/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/**
 * Two nodes, one topic, one account: each record is one SMS, none is refused for the rate, and each report comes out. Larger, and at
 * the account's real limits, with {@code -Dbridge.records=150 -Dbridge.requests-per-minute=60}.
 */
class BridgeTest {

    private static final int RECORDS = Integer.getInteger("bridge.records", 40);
    private static final int REQUESTS_PER_MINUTE = Integer.getInteger("bridge.requests-per-minute", 600);
    private static final int MESSAGES_PER_SECOND = 10;
    private static final Duration LONGEST = Duration.ofMinutes(RECORDS > 40 ? 10 : 1);

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;

    @CliqtelSimulator(deliveryTime = "PT0.2S")
    private Cliqtel cliqtel;

    private final List<BridgeNode> nodes = new ArrayList<>();
    private JdbcConnectionPool database;
    private TopicClient topics;
    private String topic;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new EmbeddedBroker(folder);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void open(TestInfo test) throws Exception {
        cliqtel.given().requestsPerMinute(REQUESTS_PER_MINUTE).messagesPerSecond(MESSAGES_PER_SECOND);
        topic = test.getTestMethod().orElseThrow().getName();
        topics = new TopicClient(broker.address(), "group-of-" + topic);
        topics.create(topic, topic + "-sent", topic + "-refused", topic + "-reports");
        database = JdbcConnectionPool.create("jdbc:h2:mem:" + topic, "sa", "");
    }

    @AfterEach
    void close() {
        nodes.forEach(BridgeNode::close);
        database.dispose();
    }

    private void start(int count) throws Exception {
        JdbcLedger ledger = new JdbcLedger(database);
        for (int i = 0; i < count; i++) {
            nodes.add(new BridgeNode(configuration(count), ledger));
        }
        topics.awaitNodes(count, LONGEST);
    }

    private Properties configuration(int count) {
        int port = FreePorts.free();
        Properties configuration = new BridgeSettings(
                        broker.address(),
                        cliqtel.baseUrl().toString(),
                        cliqtel.apiKey(),
                        "+16625163513",
                        1.0 / count,
                        port,
                        "http://127.0.0.1:" + port)
                .configuration();
        configuration.setProperty("camel.component.cliqtel.requests-per-minute", "" + REQUESTS_PER_MINUTE);
        configuration.setProperty("camel.component.cliqtel.messages-per-second", "" + MESSAGES_PER_SECOND);
        configuration.setProperty("camel.component.cliqtel.settling-time", "1000");
        configuration.setProperty("camel.component.kafka.subscribe-consumer-backoff-interval", "200");
        configuration.setProperty("group.sms", "group-of-" + topic);
        configuration.setProperty("topic.sms", topic);
        configuration.setProperty("topic.sent", topic + "-sent");
        configuration.setProperty("topic.refused", topic + "-refused");
        configuration.setProperty("topic.reports", topic + "-reports");
        return configuration;
    }

    private void ask(int number) throws Exception {
        topics.write(topic, "customer-" + number, """
                {"id":"order-%d","to":"+3161234%04d","body":"Order %d","more":true}""".formatted(number, number, number));
    }

    private List<ConsumerRecord<String, String>> read(String which, int count) {
        return topics.read(topic + which, count, LONGEST);
    }

    @Test
    void twoNodesSendEachRecordOnceWithinTheSharedQuota() throws Exception {
        start(2);
        for (int i = 0; i < RECORDS; i++) {
            ask(i);
        }
        List<ConsumerRecord<String, String>> reports = read("-reports", 2 * RECORDS);

        List<Message> messages = cliqtel.simulator().messages();
        assertThat(messages).extracting(Message::to).hasSize(RECORDS).doesNotHaveDuplicates();
        // each node has its own address for reports
        Map<String, Long> perNode = messages.stream()
                .collect(Collectors.groupingBy(Message::statusCallbackUrl, TreeMap::new, Collectors.counting()));
        assertThat(perNode).hasSize(2);
        assertThat(cliqtel.simulator().calls())
                .hasSize(RECORDS)
                .extracting(ReceivedCall::status)
                .containsOnly(201);
        assertThat(reports)
                .filteredOn(report -> report.value().contains("\"delivered\""))
                .extracting(ConsumerRecord::key)
                .containsExactlyInAnyOrderElementsOf(
                        messages.stream().map(message -> "" + message.id()).toList());
        assertThat(read("-sent", RECORDS))
                .extracting(ConsumerRecord::key)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, RECORDS).mapToObj(i -> "order-" + i).toList());
        System.out.printf("%d records, sent by two nodes: %s; calls answered 429: 0%n", RECORDS, perNode.values());
    }

    @Test
    void refusedRecordGoesToItsTopicWithAReason() throws Exception {
        start(1);
        topics.write(topic, "a", "no JSON");
        topics.write(topic, "a", "{\"to\":\"+31612345678\",\"body\":\"without an id\"}");
        topics.write(topic, "a", "{\"id\":\"1\",\"to\":\"0612345678\",\"body\":\"national\"}");
        topics.write(topic, "a", "{\"id\":\"2\",\"to\":\"+31612345678\",\"body\":\"right\"}");
        topics.write(topic, "a", "{\"id\":\"2\",\"to\":\"+31612345678\",\"body\":\"right\"}");
        topics.write(topic, "a", "{\"id\":\"2\",\"to\":\"+31612345679\",\"body\":\"another under the same id\"}");

        assertThat(read("-refused", 4))
                .extracting(ConsumerRecord::value, record -> RecordSteps.reason(record)
                        .replaceFirst("[:(].*", ""))
                .containsExactly(
                        tuple("no JSON", "no JSON object with id, to and body"),
                        tuple("{\"to\":\"+31612345678\",\"body\":\"without an id\"}", "no id"),
                        tuple("{\"id\":\"1\",\"to\":\"0612345678\",\"body\":\"national\"}", "cliqtel"),
                        tuple(
                                "{\"id\":\"2\",\"to\":\"+31612345679\",\"body\":\"another under the same id\"}",
                                "cliqtel"));
        assertThat(read("-sent", 2)).extracting(ConsumerRecord::key).containsExactly("2", "2");
        assertThat(cliqtel.simulator().messages()).extracting(Message::body).containsExactly("right");
    }

    @Test
    void unansweredRecordStaysInTheTopicAndIsSentOnce() throws Exception {
        cliqtel.given()
                .fault(
                        FaultRule.sends(Fault.afterAcceptance(Symptom.reset())).next(1),
                        FaultRule.calls(Fault.beforeAcceptance(Symptom.status(401)))
                                .where(call -> call.method().equals("GET"))
                                .next(3));
        start(1);
        ask(1);
        ask(2);

        assertThat(read("-sent", 2)).extracting(ConsumerRecord::key).containsExactlyInAnyOrder("order-1", "order-2");
        assertThat(cliqtel.simulator().messages())
                .extracting(Message::body)
                .containsExactlyInAnyOrder("Order 1", "Order 2");
    }

    @Test
    void emptyWalletKeepsRecordsInTheTopic() throws Exception {
        cliqtel.given().wallet("0");
        start(1);
        ask(1);
        await().until(() -> cliqtel.simulator().calls().stream()
                        .filter(call -> call.status() == 402)
                        .count()
                >= 2);

        assertThat(cliqtel.simulator().messages()).isEmpty();
        assertThat(topics.read(topic + "-refused", 1, Duration.ofMillis(500))).isEmpty();
    }
}
