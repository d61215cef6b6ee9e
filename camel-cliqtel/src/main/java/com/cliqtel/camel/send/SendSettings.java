/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.time.Duration;

import com.cliqtel.camel.CliqtelComponentOptions;
import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.client.CallPolicy;
import com.cliqtel.camel.options.OptionChecks;
import com.cliqtel.camel.options.SendOptions;
import com.cliqtel.camel.send.reconcile.Settlement;
import com.cliqtel.camel.send.reconcile.UnknownOutcome;

/**
 * The settings of a send: the options after defaults and checks.
 *
 * @param requests reads the request of an exchange
 * @param texts how a text becomes one SMS or several
 * @param dryRun whether the SMS is only estimated and not sent
 * @param unknownOutcome the policy for an unknown outcome
 * @param settlingTime the time from the unknown outcome to the last search
 */
public record SendSettings(
        SendRequestReader requests,
        TextSettings texts,
        boolean dryRun,
        UnknownOutcome unknownOutcome,
        Duration settlingTime) {

    private static final Duration SETTLING_TIME = Duration.ofSeconds(60);
    private static final Duration SETTLING_TIME_BEFORE_RESEND = Duration.ofSeconds(240);
    private static final Duration SLACK = Duration.ofSeconds(5);

    /** @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed */
    public static SendSettings of(CliqtelEndpoint endpoint) {
        SendOptions own = endpoint.getSend();
        CliqtelComponentOptions component = endpoint.getComponent();
        SendRequestReader requests = SendRequestReader.of(endpoint);
        TextSettings texts = TextSettings.of(endpoint);
        UnknownOutcome unknownOutcome = UnknownOutcome.named(
                OptionChecks.first(own.getUnknownOutcome(), component.getUnknownOutcome(), "reconcile")
                        .trim());
        return new SendSettings(
                requests,
                texts,
                OptionChecks.first(own.getDryRun(), component.getDryRun(), false),
                unknownOutcome,
                OptionChecks.positive(
                        "settlingTime",
                        OptionChecks.first(
                                own.getSettlingTime(),
                                component.getSettlingTime(),
                                unknownOutcome == UnknownOutcome.RESEND
                                        ? SETTLING_TIME_BEFORE_RESEND
                                        : SETTLING_TIME)));
    }

    /** Returns how sends with an unknown outcome are settled, for calls under this policy and with this request timeout. */
    Settlement settlement(CallPolicy calls, Duration requestTimeout) {
        return new Settlement(
                unknownOutcome,
                settlingTime,
                Math.max(1, calls.retries().maxRetries()),
                longestAttempt(calls, requestTimeout));
    }

    /** Returns the longest time of one attempt, with its waits and retries. */
    private static Duration longestAttempt(CallPolicy calls, Duration requestTimeout) {
        return calls.maxWait()
                .plus(requestTimeout.multipliedBy(calls.retries().maxRetries() + 1L))
                .plus(calls.retries().longestBackoff())
                .plus(requestTimeout.compareTo(SLACK) < 0 ? requestTimeout : SLACK);
    }
}
