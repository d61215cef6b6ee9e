/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.cliqtel.camel.examples.orders.OrderBook;
import com.cliqtel.camel.examples.orders.TrackedOrder;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends changed orders to open pages as server-sent events, at most ten times a second. If an order changes more often, pages
 * get its last state. A slow page does not delay a route: the route's thread only stores the change.
 *
 * <p>Thread-safe.
 */
@Component
class OrderEventStream implements OrderBook.ChangeListener {

    private static final int MOST_PAGES = 50;
    private static final int MOST_CHANGES = 5_000;

    private final OrderBook book;
    private final List<SseEmitter> pages = new CopyOnWriteArrayList<>();
    private final Map<String, TrackedOrder> changes = new LinkedHashMap<>();
    private boolean missed;
    private volatile boolean ended;

    OrderEventStream(OrderBook book) {
        this.book = book;
    }

    SseEmitter follow() {
        if (ended || pages.size() >= MOST_PAGES) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        SseEmitter page = new SseEmitter(0L);
        page.onCompletion(() -> pages.remove(page));
        page.onError(gone -> pages.remove(page));
        send(page, SseEmitter.event().comment("welcome"));
        pages.add(page);
        return page;
    }

    @Override
    public synchronized void accept(TrackedOrder order) {
        if (pages.isEmpty()) {
            return;
        }
        if (changes.size() >= MOST_CHANGES) {
            changes.clear();
            missed = true;
        }
        changes.merge(order.id(), order, (one, other) -> one.version() > other.version() ? one : other);
    }

    @Scheduled(fixedDelay = 100)
    void sendChanges() {
        List<TrackedOrder> news = news();
        if (news.isEmpty()) {
            return;
        }
        if (missed()) {
            all("reset", Map.of());
        }
        news.forEach(order -> all("order", order));
        all("counts", book.counts());
    }

    /** Detects closed pages and dead connections. */
    @Scheduled(fixedDelay = 15_000)
    void sendKeepAlive() {
        pages.forEach(page -> send(page, SseEmitter.event().comment("")));
    }

    /** Ends all streams, which would otherwise delay the shutdown. Pages reconnect by themselves. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        ended = true;
        pages.forEach(SseEmitter::complete);
    }

    private synchronized List<TrackedOrder> news() {
        List<TrackedOrder> news = new ArrayList<>(changes.values());
        changes.clear();
        return news;
    }

    private synchronized boolean missed() {
        boolean were = missed;
        missed = false;
        return were;
    }

    private void all(String event, Object data) {
        pages.forEach(page -> send(page, SseEmitter.event().name(event).data(data, MediaType.APPLICATION_JSON)));
    }

    private void send(SseEmitter page, SseEmitter.SseEventBuilder event) {
        try {
            page.send(event);
        } catch (IOException | IllegalStateException gone) {
            pages.remove(page);
        }
    }
}
