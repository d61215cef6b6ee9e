/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.cliqtel.camel.simulator.junit5.SmsCondition.containing;
import static com.cliqtel.camel.simulator.junit5.SmsCondition.delivered;
import static com.cliqtel.camel.simulator.junit5.SmsCondition.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The shop with its queues, its database and an account. */
@SpringBootTest(
        classes = Shop.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "camel.component.cliqtel.max-wait=200ms",
            "camel.component.cliqtel.max-retries=0",
            "camel.component.cliqtel.requests-per-minute=0",
            "camel.component.cliqtel.messages-per-second=0",
            "orders.again-after=300ms",
            "orders.most-tries=2",
            "orders.look-every=200",
            "orders.look-after=1s",
            // which tests turn off
            "management.prometheus.metrics.export.enabled=true"
        })
class ShopTest {

    private static final String PHONE = "+31612345678";

    @CliqtelSimulator(limits = CliqtelSimulator.Limits.NONE)
    private static Cliqtel cliqtel;

    @Autowired
    private JmsTemplate queues;

    @Autowired
    private OrderBook book;

    @Autowired
    private CamelContext camel;

    @Autowired
    private JdbcTemplate database;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void furnish(DynamicPropertyRegistry properties) throws IOException {
        TestShop.furnish(properties, cliqtel);
    }

    @BeforeEach
    void forget() {
        database.update("delete from orders");
    }

    @AfterEach
    void noOrderIsLeft() {
        queues.setReceiveTimeout(JmsTemplate.RECEIVE_TIMEOUT_NO_WAIT);
        assertThat(queues.receive("orders")).isNull();
        assertThat(queues.receive("orders.failed")).isNull();
    }

    @Test
    void sendsAnSmsForAnOrderAndRecordsItsDelivery() {
        cliqtel.given().deliveryTime(Duration.ofMillis(300));

        place("A-1", PHONE, "A lamp");

        cliqtel.then().accepted("Your order A-1 has shipped: A lamp", to(PHONE), delivered());
        awaitOrder("A-1", "delivered");
    }

    @Test
    void sendsOneSmsForARepeatedOrder() {
        place("A-2", PHONE, "A lamp");
        awaitOrder("A-2", "queued");
        place("A-2", PHONE, "A lamp");

        await().until(() -> order("A-2").tries() == 2);
        awaitEmpty();
        cliqtel.then().accepted(1, containing("A-2")).acceptedNothingElse();
    }

    @Test
    void differentOrderWithAUsedIdBecomesADeadLetter() throws Exception {
        place("A-3", PHONE, "A lamp");
        awaitOrder("A-3", "queued");
        place("A-3", "+31600000003", "A sofa");

        assertThat(deadLetter("A-3")).contains("idempotency");
        assertThat(order("A-3").status()).isNotEqualTo("failed");
        cliqtel.then().accepted(1, containing("A-3")).acceptedNothingElse();
    }

    @Test
    void orderWithAFailedSmsBecomesADeadLetterWithAReason() throws Exception {
        cliqtel.given().phoneFails(PHONE).deliveryTime(Duration.ofMillis(300));

        place("A-4", PHONE, "A lamp");

        assertThat(deadLetter("A-4")).matches("message [0-9]+ was not delivered: it failed");
        awaitOrder("A-4", "failed");
    }

    @Test
    void orderWithoutAPhoneBecomesADeadLetterAndSendsNothing() throws Exception {
        place("A-5", "12", "A lamp");

        assertThat(deadLetter("A-5")).contains("not an international number");
        awaitOrder("A-5", "failed");
        cliqtel.then().acceptedNothing();
    }

    @Test
    void invalidJsonBecomesADeadLetter() throws Exception {
        queues.convertAndSend("orders", "lamps!");

        assertThat(deadLetter(null)).contains("Unrecognized token");
    }

    @Test
    void redeliversAnOrderAfterATemporaryFailure() {
        cliqtel.given().fault(FaultRule.sends(refusal()).next(1));

        place("A-6", PHONE, "A lamp");

        cliqtel.then().accepted("Your order A-6 has shipped: A lamp", to(PHONE));
        await().until(() -> order("A-6").tries() == 2);
        awaitEmpty();
    }

    @Test
    void orderBecomesADeadLetterAfterTheLastRedelivery() throws Exception {
        cliqtel.given().fault(FaultRule.sends(refusal()));

        place("A-7", PHONE, "A lamp");

        assertThat(deadLetter("A-7")).containsAnyOf("rate_limited", "no_permit");
        awaitOrder("A-7", "failed");
        assertThat(order("A-7").tries()).isEqualTo(3);
        cliqtel.then().acceptedNothing();
    }

    @Test
    void queriesTheStatusOfAnSmsWithoutAReport() throws Exception {
        cliqtel.given().deliveryTime(Duration.ofMillis(300));
        camel.getRouteController().stopRoute("reports");
        try {
            place("A-8", PHONE, "A lamp");
            awaitOrder("A-8", "delivered");
        } finally {
            camel.getRouteController().startRoute("reports");
        }
    }

    @Test
    void showsHealthAndMetrics() throws Exception {
        place("A-9", PHONE, "A lamp");
        awaitOrder("A-9", "queued");

        assertThat(get("actuator/health")).contains("\"status\":\"UP\"", "\"camelHealth\"", "\"jms\"", "\"db\"");
        assertThat(get("actuator/metrics/camel.exchanges.succeeded?tag=routeId:orders"))
                .contains("\"statistic\":\"COUNT\"");
        assertThat(get("actuator/prometheus"))
                .containsPattern("cliqtel_calls_seconds_count\\{operation=\"send\",outcome=\"answered\"} [1-9]")
                .containsPattern("cliqtel_cost_total\\{currency=\"EUR\"} 0\\.[0-9]*[1-9]")
                .contains("cliqtel_unknown_total 0.0")
                .doesNotContain("31612345678");
        assertThat(get("orders"))
                .contains("\"id\":\"A-9\"", "\"phone\":\"… 678\"")
                .doesNotContain("+31612345678");
    }

    private static Fault refusal() {
        return Fault.beforeAcceptance(Symptom.tooManyRequests().retryAfter(1));
    }

    private void place(String id, String phone, String item) {
        queues.convertAndSend("orders", "{\"id\":\"%s\",\"phone\":\"%s\",\"item\":\"%s\"}".formatted(id, phone, item));
    }

    private TrackedOrder order(String id) {
        return book.newest(Long.MAX_VALUE, 100).stream()
                .filter(order -> order.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private void awaitOrder(String id, String status) {
        await().until(() -> order(id) != null && order(id).status().equals(status));
    }

    /** The broker has taken the order from the queue for good. */
    private void awaitEmpty() {
        await().until(() -> queues.browse(
                "orders", (session, browser) -> !browser.getEnumeration().hasMoreElements()));
    }

    private String deadLetter(String id) throws JMSException {
        queues.setReceiveTimeout(10_000);
        Message letter = queues.receive("orders.failed");
        assertThat(letter).isNotNull();
        assertThat(letter.getStringProperty("orderId")).isEqualTo(id);
        assertThat(letter.getBody(String.class)).contains(id == null ? "lamps!" : "\"id\":\"" + id + "\"");
        return letter.getStringProperty("reason");
    }

    private String get(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port + "/" + path);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        return answer.body();
    }
}
