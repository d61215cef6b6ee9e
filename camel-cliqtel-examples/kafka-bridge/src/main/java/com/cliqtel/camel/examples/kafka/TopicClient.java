/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes requests to the topics and reads results from them. */
final class TopicClient {

    private static final int PARTITIONS = 4;

    private final Map<String, Object> client;
    private final String group;

    /**
     * @param brokers host and port
     * @param group the nodes' consumer group
     */
    TopicClient(String brokers, String group) {
        this.client = Map.of("bootstrap.servers", brokers);
        this.group = group;
    }

    /** Makes topics of four partitions: records that come while a topic makes itself may be held up for minutes. */
    void create(String... names) throws Exception {
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(Stream.of(names)
                            .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** Waits until so many nodes share the work. */
    void awaitNodes(int count, Duration longest) throws Exception {
        long until = System.nanoTime() + longest.toNanos();
        try (Admin admin = Admin.create(client)) {
            while (nodes(admin) < count) {
                if (System.nanoTime() > until) {
                    throw new TimeoutException("the nodes did not come together in " + longest.toSeconds() + " s");
                }
                Thread.sleep(100);
            }
        }
    }

    private long nodes(Admin admin) throws Exception {
        return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                .filter(member -> !member.assignment().topicPartitions().isEmpty())
                .count();
    }

    /** Writes a record. */
    void write(String topic, String key, String value) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    /** Reads a topic from its beginning until there are so many records, or the time is over. */
    List<ConsumerRecord<String, String>> read(String topic, int count, Duration longest) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        long until = System.nanoTime() + longest.toNanos();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(TopicClient::partition)
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (records.size() < count && System.nanoTime() < until) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }
}
