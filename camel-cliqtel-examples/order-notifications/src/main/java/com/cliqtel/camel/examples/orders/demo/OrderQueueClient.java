/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.cliqtel.camel.examples.orders.Order;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Sends orders to the shop's queue over the network and reads its dead letter queue. */
final class OrderQueueClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String broker;

    @FunctionalInterface
    private interface Reading {
        String of(Message message) throws JMSException;
    }

    /** @param broker the address, such as {@code tcp://127.0.0.1:61616} */
    OrderQueueClient(String broker) {
        this.broker = broker;
    }

    /** Places orders, all together; on its return the broker has them on its disk. */
    void place(List<Order> orders) {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker);
                JMSContext session = factory.createContext(Session.SESSION_TRANSACTED)) {
            orders.forEach(order -> session.createProducer().send(session.createQueue("orders"), json(order)));
            session.commit();
        }
    }

    /** How many orders are in the queue, in work or not. */
    int waiting() throws JMSException {
        return look("orders", Message::getJMSMessageID).size();
    }

    /** Which orders failed and why, as the dead letters say. */
    List<String> deadLetters() throws JMSException {
        return look(
                "orders.failed",
                message -> message.getStringProperty("orderId") + ": " + message.getStringProperty("reason"));
    }

    private List<String> look(String queue, Reading reading) throws JMSException {
        List<String> found = new ArrayList<>();
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker);
                JMSContext session = factory.createContext();
                QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            for (Object message : Collections.list(browser.getEnumeration())) {
                found.add(reading.of((Message) message));
            }
        }
        return found;
    }

    private static String json(Order order) {
        try {
            return JSON.writeValueAsString(order);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
