/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookContent;

/**
 * The rules by which webhooks are accepted. Immutable; thread-safe if the clocks of {@code time} are.
 *
 * @param verifier verifies signatures
 * @param signedContent what the signature covers
 * @param time judges the signed time
 * @param events the names of the events to accept, in lower case; empty for all
 * @param statuses the statuses to accept, in lower case; empty for all. Events other than status updates have no status and are
 *     not filtered by it
 */
public record WebhookPolicy(
        SignatureVerifier verifier,
        SignedContent signedContent,
        SignedTime time,
        Set<String> events,
        Set<String> statuses) {

    /** Copies the sets. */
    public WebhookPolicy {
        events = Set.copyOf(events);
        statuses = Set.copyOf(statuses);
    }

    /** Returns the answer to an authentic webhook that doesn't reach the route; empty if it reaches the route. */
    Optional<HttpAnswer> refusal(WebhookContent content) {
        return time.refusal(content.timestamp())
                .or(() -> wants(content) ? Optional.empty() : Optional.of(HttpAnswer.FILTERED));
    }

    private boolean wants(WebhookContent content) {
        return has(events, content.event())
                && (statuses.isEmpty() || !(content instanceof StatusUpdate update) || wants(update));
    }

    private boolean wants(StatusUpdate update) {
        return update.status() != null && has(statuses, update.status().word());
    }

    private static boolean has(Set<String> words, String word) {
        return words.isEmpty() || words.contains(word.toLowerCase(Locale.ROOT));
    }
}
