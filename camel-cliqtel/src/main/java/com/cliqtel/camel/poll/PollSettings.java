/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.cliqtel.camel.CliqtelComponentOptions;
import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.client.CallPolicy;
import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.options.OptionChecks;
import com.cliqtel.camel.options.PollOptions;
import com.cliqtel.camel.poll.inbox.InboxSettings;
import com.cliqtel.camel.poll.inbox.StartPoint;
import com.cliqtel.camel.send.SendSettings;

/**
 * How to poll: an endpoint's options after defaulting and checking.
 *
 * @param manner how the API is called
 * @param reading how messages are read
 * @param maxMessagesPerPoll the most that one poll gives to the route
 * @param giveUpAfter how long a message is followed that comes to no end
 */
public record PollSettings(CallPolicy manner, InboxSettings reading, int maxMessagesPerPoll, Duration giveUpAfter) {

    /** Four a minute of the account's sixty, so that what routes send is not kept waiting. */
    public static final Duration DEFAULT_DELAY = Duration.ofSeconds(15);

    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private static final int MAX_DELIVERY_ATTEMPTS = 10;
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(3);

    /** @throws IllegalArgumentException saying which option is wrong and what would be right */
    public static PollSettings of(CliqtelEndpoint endpoint) {
        PollOptions own = endpoint.getPoll();
        CliqtelComponentOptions component = endpoint.getComponent();
        CallPolicy calls = SendSettings.manner(endpoint);
        String startFrom = OptionChecks.first(own.getStartFrom(), component.getStartFrom(), null);
        return new PollSettings(
                new CallPolicy(Purpose.POLL, calls.retries(), calls.maxWait()),
                new InboxSettings(
                        StartPoint.of(startFrom == null ? "now" : startFrom),
                        OptionChecks.notNegative(
                                "overlap", OptionChecks.first(own.getOverlap(), component.getOverlap(), OVERLAP)),
                        OptionChecks.first(
                                own.getMaxDeliveryAttempts(),
                                component.getMaxDeliveryAttempts(),
                                MAX_DELIVERY_ATTEMPTS),
                        endpoint.pollDelay()),
                max(own.getMaxMessagesPerPoll()),
                OptionChecks.positive(
                        "giveUpAfter",
                        OptionChecks.first(own.getGiveUpAfter(), component.getGiveUpAfter(), GIVE_UP_AFTER)));
    }

    /** The delay of an endpoint; the longest number of milliseconds where it is longer. */
    public static Duration delay(long delay, TimeUnit unit) {
        long millis = unit.toMillis(delay);
        return millis == Long.MAX_VALUE ? Duration.ofMillis(millis) : Duration.of(delay, unit.toChronoUnit());
    }

    private static int max(Integer messages) {
        if (messages != null && messages < 0) {
            throw new IllegalArgumentException(
                    "maxMessagesPerPoll is " + messages + ": 0 for any number, or more was expected");
        }
        return messages == null || messages == 0 ? Integer.MAX_VALUE : messages;
    }
}
