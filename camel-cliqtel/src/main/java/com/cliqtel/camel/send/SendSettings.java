/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.time.Duration;

import com.cliqtel.camel.CliqtelComponentOptions;
import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.account.CallSettings;
import com.cliqtel.camel.client.CallPolicy;
import com.cliqtel.camel.options.OptionChecks;
import com.cliqtel.camel.options.SendOptions;
import com.cliqtel.camel.send.reconcile.Settlement;
import com.cliqtel.camel.send.reconcile.UnknownOutcome;

/** How calls are tried, waited for and settled: an endpoint's options after defaulting and checking. */
public final class SendSettings {

    private static final Duration SETTLING_TIME = Duration.ofSeconds(60);
    private static final Duration SETTLING_TIME_BEFORE_RESEND = Duration.ofSeconds(240);
    private static final Duration SLACK = Duration.ofSeconds(5);

    private SendSettings() {}

    /** @throws IllegalArgumentException saying which option is wrong and what would be right */
    public static Settlement settlement(CliqtelEndpoint endpoint, CallPolicy calls, Duration requestTimeout) {
        SendOptions own = endpoint.getSend();
        CliqtelComponentOptions component = endpoint.getComponent();
        UnknownOutcome unknownOutcome = UnknownOutcome.named(
                OptionChecks.first(own.getUnknownOutcome(), component.getUnknownOutcome(), "reconcile")
                        .trim());
        Duration usual = unknownOutcome == UnknownOutcome.RESEND ? SETTLING_TIME_BEFORE_RESEND : SETTLING_TIME;
        return new Settlement(
                unknownOutcome,
                OptionChecks.positive(
                        "settlingTime", OptionChecks.first(own.getSettlingTime(), component.getSettlingTime(), usual)),
                Math.max(1, calls.retries().maxRetries()),
                longestAttempt(calls, requestTimeout));
    }

    /** @throws IllegalArgumentException saying which option is wrong and what would be right */
    static void check(CliqtelEndpoint endpoint) {
        settlement(endpoint, CallSettings.of(endpoint.getRetry(), endpoint.getComponent()), SLACK);
    }

    /** How long one attempt can take, with its waits and retries. */
    private static Duration longestAttempt(CallPolicy calls, Duration requestTimeout) {
        return calls.maxWait()
                .plus(requestTimeout.multipliedBy(calls.retries().maxRetries() + 1L))
                .plus(calls.retries().longestBackoff())
                .plus(requestTimeout.compareTo(SLACK) < 0 ? requestTimeout : SLACK);
    }
}
