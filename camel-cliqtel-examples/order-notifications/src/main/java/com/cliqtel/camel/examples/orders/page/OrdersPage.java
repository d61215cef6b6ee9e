/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.page;

import java.util.List;
import java.util.Map;

import com.cliqtel.camel.examples.orders.OrderBook;
import com.cliqtel.camel.examples.orders.TrackedOrder;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What the page asks for: the orders, and to be told when they change. */
@RestController
class OrdersPage {

    private static final int PAGE = 50;

    private final OrderBook book;
    private final OrderEventStream live;

    OrdersPage(OrderBook book, OrderEventStream live) {
        this.book = book;
        this.live = live;
    }

    /**
     * Some orders.
     *
     * @param orders the newest first
     * @param more whether there are older ones
     * @param counts of all orders, by status
     */
    record Orders(List<TrackedOrder> orders, boolean more, Map<String, Long> counts) {}

    @GetMapping("/orders")
    Orders orders(@RequestParam(defaultValue = "9223372036854775807") long before) {
        List<TrackedOrder> found = book.newest(before, PAGE + 1);
        return new Orders(found.stream().limit(PAGE).toList(), found.size() > PAGE, book.counts());
    }

    @GetMapping(path = "/orders/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() {
        return live.follow();
    }
}
