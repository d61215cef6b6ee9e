/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.cliqtel.camel.simulator.junit5.SmsCondition.delivered;
import static com.cliqtel.camel.simulator.junit5.SmsCondition.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The shop with a broker that is not its own, over the network. */
@SpringBootTest(classes = Shop.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ActiveProfiles("broker")
class ShopWithABrokerTest {

    // ends with the JVM, after the shop, which is cached
    private static final EmbeddedActiveMQ BROKER = new EmbeddedActiveMQ();

    @CliqtelSimulator
    private static Cliqtel cliqtel;

    @Autowired
    private ApplicationContext shop;

    @Autowired
    private JmsTemplate queues;

    @Autowired
    private OrderBook book;

    @DynamicPropertySource
    static void furnish(DynamicPropertyRegistry properties) throws Exception {
        TestShop.furnish(properties, cliqtel);
        String address = "tcp://127.0.0.1:" + TestShop.freePort();
        BROKER.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("tcp", address));
        BROKER.start();
        properties.add("spring.artemis.broker-url", () -> address);
    }

    @Test
    void sendsAnSmsForAnOrderInTheQueue() throws IOException {
        cliqtel.given().deliveryTime(Duration.ofMillis(300));
        assertThat(shop.getBeansOfType(EmbeddedActiveMQ.class)).isEmpty();

        queues.convertAndSend("orders", "{\"id\":\"C-1\",\"phone\":\"+31612345678\",\"item\":\"A lamp\"}");

        cliqtel.then().accepted("Your order C-1 has shipped: A lamp", to("+31612345678"), delivered());
        await().untilAsserted(() -> assertThat(book.newest(Long.MAX_VALUE, 10))
                .extracting(TrackedOrder::status)
                .isEqualTo(List.of("delivered")));
    }
}
