/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Set;

import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookContent;

/**
 * Which webhooks are let in.
 *
 * <p>Immutable; thread-safe if its clock is.
 *
 * @param verifier knows the secrets
 * @param signedContent what the signature covers
 * @param maxAge how old the signed {@code timestamp} may be; greater than zero
 * @param events the events wanted, by their names; empty for all
 * @param statuses the statuses wanted, in the API's words; empty for all; events other than status updates have none
 *     and are not filtered by it
 * @param clock says what time it is
 */
public record WebhookPolicy(
        SignatureVerifier verifier,
        SignedContent signedContent,
        Duration maxAge,
        Set<String> events,
        Set<String> statuses,
        InstantSource clock) {

    /** Seven days: longer than senders commonly repeat, for whether and how long Cliqtel does is not documented. */
    public static final Duration DEFAULT_MAX_AGE = Duration.ofDays(7);

    /** How far two honest clocks may be apart: five minutes. */
    public static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(5);

    /**
     * Copies the sets.
     *
     * @throws IllegalArgumentException when {@code maxAge} is not greater than zero
     */
    public WebhookPolicy {
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("maxAge " + maxAge + ": a duration greater than zero was expected");
        }
        events = Set.copyOf(events);
        statuses = Set.copyOf(statuses);
    }

    /** Whether it is later than any honest clock; never so without a time, which would prove nothing anyway. */
    boolean isFromTheFuture(OffsetDateTime timestamp) {
        return timestamp != null && age(timestamp).negated().compareTo(FUTURE_TOLERANCE) > 0;
    }

    /** Whether it is older than allowed; never so without a time: a report lost is worse than one late. */
    boolean isTooOld(OffsetDateTime timestamp) {
        return timestamp != null && age(timestamp).compareTo(maxAge) > 0;
    }

    private Duration age(OffsetDateTime timestamp) {
        return Duration.between(timestamp.toInstant(), clock.instant());
    }

    boolean wants(WebhookContent content) {
        return (events.isEmpty() || events.contains(content.event()))
                && (statuses.isEmpty() || !(content instanceof StatusUpdate update) || wants(update));
    }

    private boolean wants(StatusUpdate update) {
        return update.status() != null && statuses.contains(update.status().word());
    }
}
