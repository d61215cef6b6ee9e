/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import com.cliqtel.camel.monitor.LogThrottle;
import com.cliqtel.camel.webhook.verify.HttpAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the webhooks with each answer. Logs those that were not processed, at most once a minute per answer. Thread-safe. */
final class WebhookAnswerCounts {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookAnswerCounts.class);
    // the answers that depended on a clock; they have a warning of their own
    private static final Set<HttpAnswer> CLOCK = EnumSet.of(HttpAnswer.FROM_THE_FUTURE, HttpAnswer.TOO_OLD_HERE);

    // these are as configured, or as frequent as repeated reports
    private static final Set<HttpAnswer> QUIET = EnumSet.of(
            HttpAnswer.PROCESSED, HttpAnswer.FILTERED, HttpAnswer.DUPLICATE, HttpAnswer.STALE, HttpAnswer.IN_WORK);

    private static final int OK = 200;

    private final AtomicReference<Instant> accepted = new AtomicReference<>();
    private final LogThrottle wrongClock = new LogThrottle();
    private final Map<HttpAnswer, Tally> tallies = new EnumMap<>(HttpAnswer.class);

    WebhookAnswerCounts() {
        for (HttpAnswer answer : HttpAnswer.values()) {
            tallies.put(answer, new Tally());
        }
    }

    /** Counts an answer. Each has its own interval of warnings, so that forged webhooks don't hide other warnings. */
    void note(HttpAnswer answer) {
        Tally tally = tallies.get(answer);
        long count = tally.count.incrementAndGet();
        if (answer.status() == OK) {
            accepted.set(InstantSource.system().instant());
        }
        LOG.debug("Webhook: {} {}", answer.status(), answer.reason());
        if (!QUIET.contains(answer) && !CLOCK.contains(answer) && tally.throttle.isDue()) {
            LOG.warn("A webhook was answered {} ({}); {} of this kind so far", answer.status(), answer.reason(), count);
        }
    }

    /** Warns, at most once a minute, if the answer depended on a clock. The warning shows the clock and the signed time. */
    void clock(HttpAnswer answer, OffsetDateTime signed) {
        if (CLOCK.contains(answer) && wrongClock.isDue()) {
            LOG.warn(
                    "A webhook was answered {} ({}): it was signed at {}, and this machine's clock says {}. Check this machine's"
                            + " clock. The sender can repeat the report, which is accepted once the clock is right or an answer"
                            + " of the API has shown the right time",
                    answer.status(),
                    answer.reason(),
                    signed,
                    InstantSource.system().instant());
        }
    }

    /** Returns the counts by the words of the answers. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        tallies.forEach((answer, tally) -> counts.put(answer.word(), tally.count.get()));
        return counts;
    }

    /** Returns the time of the last webhook that was answered with 200; empty for none. */
    Optional<Instant> lastAccepted() {
        return Optional.ofNullable(accepted.get());
    }

    private static final class Tally {

        private final AtomicLong count = new AtomicLong();
        private final LogThrottle throttle = new LogThrottle();
    }
}
