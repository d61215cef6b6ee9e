/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.page;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import com.cliqtel.camel.examples.orders.Order;
import com.cliqtel.camel.examples.orders.OrderBook;
import com.cliqtel.camel.examples.orders.Shop;
import com.cliqtel.camel.examples.orders.TestShop;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** The page as people have it before them: in a real browser. */
@EnabledIf(
        value = "com.cliqtel.camel.examples.orders.page.Browser#isThere",
        disabledReason = "no Chromium with its chromedriver on the PATH")
@SpringBootTest(classes = Shop.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
class OrdersPageBrowserTest {

    @CliqtelSimulator
    private static Cliqtel cliqtel;

    private static Browser browser;

    @Autowired
    private JmsTemplate queues;

    @Autowired
    private OrderBook book;

    @Autowired
    private JdbcTemplate database;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void furnish(DynamicPropertyRegistry properties) throws IOException {
        TestShop.furnish(properties, cliqtel);
    }

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open();
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void begin() {
        database.update("delete from orders");
        browser.run("location.href = 'about:blank'");
        browser.console();
        browser.asked();
        browser.look("light", 1280, 800);
    }

    @Test
    void showsANewOrderAndItsDeliveryWithoutReloading() throws Exception {
        cliqtel.given().deliveryTime(Duration.ofDays(1));
        browser.go(page());
        browser.run("window.sameDocument = true");

        place(new Order("B-1", "+31612345678", "A lamp"));
        awaitStatus("B-1", "queued");
        place(new Order("B-2", "+31600000009", "Two chairs"));
        awaitStatus("B-2", "queued");
        cliqtel.when().messageIsDelivered(message("B-1"));
        awaitStatus("B-1", "delivered");
        cliqtel.when().messageFails(message("B-2"));
        awaitStatus("B-2", "failed");
        place(new Order("B-3", "+31612345670", "A woollen blanket"));
        awaitStatus("B-3", "queued");

        browser.awaitThat("return document.querySelector('#count-delivered').textContent === '1'");
        assertThat(browser.run("return window.sameDocument")).isEqualTo(true);
        assertThat(browser.run("return document.querySelector('[data-id=B-2] .reason').textContent"))
                .isEqualTo("the SMS was not delivered");
        for (String colours : List.of("light", "dark")) {
            for (int width : List.of(1280, 360)) {
                browser.look(colours, width, 800);
                browser.picture("orders-" + colours + "-" + width);
                assertThat(browser.findings()).as(colours + " " + width).isEmpty();
                assertThat((Long) browser.run("return document.documentElement.scrollWidth - innerWidth"))
                        .isLessThanOrEqualTo(0);
            }
        }
        assertThat(browser.console()).isEmpty();
        assertThat(browser.asked()).contains(page() + "orders/events").allSatisfy(url -> assertThat(url)
                .startsWith(page()));
    }

    @Test
    void escapesAllTexts() {
        List<String> hostile = List.of(
                "<img src=x onerror=\"document.title='taken over'\">",
                "<script>document.title='taken over'</script>",
                "{{7*7}} ${7*7} <%= 7*7 %>",
                "'); drop table orders; --",
                "\u202Egnp.exe \u0000 \uD83D\uDE00",
                "&lt;b&gt; &amp; javascript:alert(1)");
        hostile.forEach(item -> book.take(new Order("H-" + hostile.indexOf(item), "<b>+316", item.replace("\0", "␀"))));

        browser.go(page());

        browser.awaitThat("return document.querySelectorAll('.order').length === " + hostile.size());
        assertThat(browser.run("return [...document.querySelectorAll('.item')].map(e => e.textContent).reverse()"))
                .isEqualTo(hostile.stream().map(item -> item.replace("\0", "␀")).toList());
        assertThat(browser.run(
                        "return document.querySelectorAll('.order img, .order script, .order b:not(.id, b)').length"))
                .isEqualTo(0L);
        assertThat(browser.run("return document.title")).isEqualTo("Orders");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void showsOlderOrdersOnDemand() {
        IntStream.rangeClosed(1, 120).forEach(n -> book.take(new Order("M-" + n, "+31612345678", "A lamp")));
        browser.go(page());
        browser.awaitThat("return document.querySelectorAll('.order').length === 50");

        browser.run("document.querySelector('#more').click()");
        browser.awaitThat("return document.querySelectorAll('.order').length === 100");
        browser.run("document.querySelector('#more').click()");
        browser.awaitThat("return document.querySelectorAll('.order').length === 120");

        assertThat(browser.run(
                        "return [...document.querySelectorAll('.order')].map(e => Number(e.dataset.id.slice(2)))"))
                .isEqualTo(IntStream.rangeClosed(1, 120).mapToObj(n -> 121L - n).toList());
        browser.awaitThat("return document.querySelector('#more').hidden");
    }

    private void place(Order order) throws IOException {
        queues.convertAndSend("orders", new ObjectMapper().writeValueAsString(order));
    }

    private void awaitStatus(String id, String word) {
        browser.awaitThat(
                "return document.querySelector(`[data-id='${arguments[0]}'] .status`)?.textContent === arguments[1]",
                id,
                word);
    }

    private static long message(String order) {
        return cliqtel.simulator().messages().stream()
                .filter(message -> message.body().contains(order))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String page() {
        return "http://127.0.0.1:" + port + "/";
    }
}
