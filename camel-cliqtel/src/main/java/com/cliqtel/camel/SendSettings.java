/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.Duration;

import com.cliqtel.camel.client.Manner;
import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.reconcile.Settlement;
import com.cliqtel.camel.reconcile.UnknownOutcome;
import com.cliqtel.camel.retry.RetryPolicy;

/** How calls are tried, waited for and settled: an endpoint's options after defaulting and checking. */
final class SendSettings {

    private static final int MAX_RETRIES = 3;
    private static final Duration MAX_WAIT = Duration.ofMinutes(2);
    private static final Duration SETTLING_TIME = Duration.ofSeconds(60);
    private static final Duration SETTLING_TIME_BEFORE_RESEND = Duration.ofSeconds(240);
    private static final Duration SLACK = Duration.ofSeconds(5);

    private SendSettings() {}

    /** @throws IllegalArgumentException saying which option is wrong and what would be right */
    static Manner manner(CliqtelEndpoint endpoint) {
        RetryOptions own = endpoint.getRetry();
        CliqtelComponentOptions component = endpoint.getComponent();
        return new Manner(
                Purpose.CALL,
                RetryPolicy.times(Options.first(own.getMaxRetries(), component.getMaxRetries(), MAX_RETRIES)),
                Options.notNegative("maxWait", Options.first(own.getMaxWait(), component.getMaxWait(), MAX_WAIT)));
    }

    /** @throws IllegalArgumentException saying which option is wrong and what would be right */
    static Settlement settlement(CliqtelEndpoint endpoint, Manner manner, Duration requestTimeout) {
        SendOptions own = endpoint.getSend();
        CliqtelComponentOptions component = endpoint.getComponent();
        UnknownOutcome unknownOutcome =
                UnknownOutcome.named(Options.first(own.getUnknownOutcome(), component.getUnknownOutcome(), "reconcile")
                        .trim());
        Duration usual = unknownOutcome == UnknownOutcome.RESEND ? SETTLING_TIME_BEFORE_RESEND : SETTLING_TIME;
        return new Settlement(
                unknownOutcome,
                Options.positive(
                        "settlingTime", Options.first(own.getSettlingTime(), component.getSettlingTime(), usual)),
                Math.max(1, manner.retries().maxRetries()),
                longestAttempt(manner, requestTimeout));
    }

    /** @throws IllegalArgumentException saying which option is wrong and what would be right */
    static void check(CliqtelEndpoint endpoint) {
        settlement(endpoint, manner(endpoint), SLACK);
    }

    /** How long one attempt can take, with its waits and retries. */
    private static Duration longestAttempt(Manner manner, Duration requestTimeout) {
        return manner.maxWait()
                .plus(requestTimeout.multipliedBy(manner.retries().maxRetries() + 1L))
                .plus(manner.retries().longestBackoff())
                .plus(requestTimeout.compareTo(SLACK) < 0 ? requestTimeout : SLACK);
    }
}
