/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.time.Duration;

import com.cliqtel.camel.client.CallPolicy;
import com.cliqtel.camel.options.AddressOptions;
import com.cliqtel.camel.options.OptionChecks;
import com.cliqtel.camel.options.RetryOptions;
import com.cliqtel.camel.options.SendOptions;
import com.cliqtel.camel.options.TextOptions;
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
    public static SendSettings of(SendOptions options, TextOptions text, SendRequestReader requests) {
        UnknownOutcome unknownOutcome =
                UnknownOutcome.named(options.getUnknownOutcome().trim());
        Duration usual = unknownOutcome == UnknownOutcome.RESEND ? SETTLING_TIME_BEFORE_RESEND : SETTLING_TIME;
        Duration settlingTime = options.getSettlingTime() == null ? usual : options.getSettlingTime();
        return new SendSettings(
                requests,
                TextSettings.of(text),
                options.getDryRun(),
                unknownOutcome,
                OptionChecks.positive("settlingTime", settlingTime));
    }

    /**
     * Checks the options of the component, so that a wrong one fails its start and not the first message.
     *
     * @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed
     */
    public static void check(AddressOptions address, SendOptions send, RetryOptions retry) {
        OptionChecks.notQuoted("from", address.getFrom());
        OptionChecks.notQuoted("to", address.getTo());
        OptionChecks.notQuoted("statusCallbackUrl", send.getStatusCallbackUrl());
        OptionChecks.notQuoted("allowedCallbackHosts", send.getAllowedCallbackHosts());
        OptionChecks.notQuoted("allowedRecipients", send.getAllowedRecipients());
        SenderCheck.check(address.getFrom(), send.getDefaultRegion());
        AllowedRecipients.of(send.getAllowedRecipients());
        OptionChecks.duration("maxWait", retry.getMaxWait());
        OptionChecks.duration("settlingTime", send.getSettlingTime());
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
