/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.webhook.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts webhooks by their answers, and says in the log once in a while what was not processed. Thread-safe. */
final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(CliqtelWebhookConsumer.class);
    private static final long INTERVAL = Duration.ofMinutes(1).toNanos();
    // as wanted, so nothing to tell
    private static final Set<Answer> QUIET = EnumSet.of(Answer.PROCESSED, Answer.FILTERED);

    private final Map<Answer, Tally> tallies = new EnumMap<>(Answer.class);

    RefusalLog() {
        for (Answer answer : Answer.values()) {
            tallies.put(answer, new Tally());
        }
    }

    /** Each kind has its own interval, so that a stranger's forgeries hide nothing else. */
    void note(Answer answer) {
        Tally tally = tallies.get(answer);
        long count = tally.count.incrementAndGet();
        if (!QUIET.contains(answer) && tally.isDue(System.nanoTime())) {
            LOG.warn("A webhook was answered {} ({}); {} of this kind so far", answer.status(), answer.reason(), count);
        }
    }

    private static final class Tally {

        private final AtomicLong count = new AtomicLong();
        private final AtomicLong lastSaid = new AtomicLong(System.nanoTime() - INTERVAL);

        boolean isDue(long now) {
            long last = lastSaid.get();
            return now - last >= INTERVAL && lastSaid.compareAndSet(last, now);
        }
    }
}
