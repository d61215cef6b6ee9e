/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.webhook.verify.HttpAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last webhooks with a valid signature and their answers, without phone numbers and texts. Thread-safe. */
public final class RecentWebhooks {

    private static final Logger LOG = LoggerFactory.getLogger(RecentWebhooks.class);
    private static final int CAPACITY = 20;
    private static final int LONGEST_NAME = 40;

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z_.-]*+");
    private static final Pattern HARMFUL = Pattern.compile("[^A-Za-z_.-]");

    private final Deque<Line> newestFirst = new ArrayDeque<>();

    /**
     * A webhook and its answer.
     *
     * @param at the time of the answer
     * @param answer the answer's name
     * @param event the event's name as received, shortened
     * @param messageId the id of its message; null if it has none
     */
    public record Line(Instant at, String answer, String event, Long messageId) {}

    void note(WebhookContent content, HttpAnswer answer) {
        Long id = content instanceof StatusUpdate update ? (Long) update.id() : null;
        Line line = new Line(InstantSource.system().instant(), answer.word(), shown(content.event()), id);
        LOG.debug("Webhook answered {}: event {}, message {}, status {}", answer, line.event(), id, status(content));
        synchronized (newestFirst) {
            newestFirst.addFirst(line);
            if (newestFirst.size() > CAPACITY) {
                newestFirst.removeLast();
            }
        }
    }

    private static String status(WebhookContent content) {
        return content instanceof StatusUpdate update && update.status() != null
                ? shown(update.status().word())
                : "-";
    }

    private static String shown(String event) {
        if (event == null) {
            return "-";
        }
        String name = event.substring(0, Math.min(LONGEST_NAME, event.length()));
        return HARMLESS.matcher(name).matches() ? name : HARMFUL.matcher(name).replaceAll("?");
    }

    /** Returns them, the newest first. */
    List<Line> lines() {
        synchronized (newestFirst) {
            return List.copyOf(newestFirst);
        }
    }
}
