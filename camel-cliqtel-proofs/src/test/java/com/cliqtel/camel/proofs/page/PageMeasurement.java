/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.page;

import java.util.stream.LongStream;

import com.cliqtel.camel.simulator.Simulator;

import static org.assertj.core.api.Assertions.assertThat;

/** Measures the page's times and checks its size. */
final class PageMeasurement {

    private static final int NODES = 6_000;
    private static final String SEEN = """
            const [text, done] = arguments;
            const look = () => [...document.querySelectorAll('.text')].some(e => e.textContent === text)
                ? done(Math.round(performance.timeOrigin + performance.now())) : requestAnimationFrame(look);
            look();
            """;

    private final Browser browser;
    private final Simulator simulator;

    PageMeasurement(Browser browser, Simulator simulator) {
        this.browser = browser;
        this.simulator = simulator;
    }

    String load(String place) {
        long begin = System.currentTimeMillis();
        browser.go(simulator.baseUrl(), place);
        browser.awaitThat("return document.querySelectorAll('.messages li, #calls li').length >= 50");
        return "%s, %d messages: rows seen after %d ms, %d nodes"
                .formatted(place, simulator.messages().size(), System.currentTimeMillis() - begin, nodes());
    }

    /** One message at a time: from its arrival to its row. Both clocks are this machine's. */
    String events(String phone, int count) {
        long[] taken = LongStream.range(0, count)
                .map(i -> taken(phone, "Event " + i, 1))
                .sorted()
                .toArray();
        return "event to row: median %d ms, longest %d ms".formatted(taken[count / 2], taken[count - 1]);
    }

    String burst(String phone, int count) {
        return "%d messages at once: the last one's row after %d ms".formatted(count, taken(phone, "Burst", count));
    }

    private long taken(String phone, String text, int count) {
        String number = simulator.numbers().get(0).number();
        long begin = System.currentTimeMillis();
        for (int i = 1; i < count; i++) {
            simulator.receive(phone, number, text + " " + i);
        }
        simulator.receive(phone, number, text);
        return (Long) browser.runAsync(SEEN, text) - begin;
    }

    void scrollToTheOldest(String scroller, boolean up) {
        browser.runAsync("""
                const [css, up, done] = arguments;
                const scroller = document.querySelector(css);
                scroller.scrollTop = up ? 0 : scroller.scrollHeight;
                setTimeout(done, 120);
                """, scroller, up);
    }

    void assertSmall() {
        assertThat(nodes()).as("elements in the document").isLessThan(NODES);
    }

    private long nodes() {
        return (Long) browser.run("return document.querySelectorAll('*').length");
    }
}
