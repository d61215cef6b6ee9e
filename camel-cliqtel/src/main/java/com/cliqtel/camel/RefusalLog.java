/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.webhook.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts webhooks that did not reach the route, and says so in the log once in a while. Thread-safe. */
final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(CliqtelWebhookConsumer.class);
    private static final long INTERVAL = Duration.ofMinutes(1).toNanos();

    private final Map<Answer, AtomicLong> counts = new EnumMap<>(Answer.class);
    private final AtomicLong lastSaid = new AtomicLong(System.nanoTime() - INTERVAL);

    RefusalLog() {
        for (Answer answer : Answer.values()) {
            counts.put(answer, new AtomicLong());
        }
    }

    void note(Answer answer) {
        long count = counts.get(answer).incrementAndGet();
        long now = System.nanoTime();
        long last = lastSaid.get();
        if (answer.status() != 200 && now - last >= INTERVAL && lastSaid.compareAndSet(last, now)) {
            LOG.warn("A webhook was answered {} ({}); {} of this kind so far", answer.status(), answer.reason(), count);
        }
    }
}
