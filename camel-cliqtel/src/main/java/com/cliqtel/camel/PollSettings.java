/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.cliqtel.camel.client.Manner;
import com.cliqtel.camel.inbox.InboxSettings;
import com.cliqtel.camel.inbox.StartFrom;
import com.cliqtel.camel.limit.Purpose;

/**
 * How to poll: an endpoint's options after defaulting and checking.
 *
 * @param manner how the API is called
 * @param reading how messages are read
 * @param maxMessagesPerPoll the most that one poll gives to the route
 * @param giveUpAfter how long a message is followed that comes to no end
 */
record PollSettings(Manner manner, InboxSettings reading, int maxMessagesPerPoll, Duration giveUpAfter) {

    /** Four a minute of the account's sixty, so that what routes send is not kept waiting. */
    static final Duration DEFAULT_DELAY = Duration.ofSeconds(15);

    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private static final int MAX_DELIVERY_ATTEMPTS = 10;
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(3);

    /** @throws IllegalArgumentException saying which option is wrong and what would be right */
    static PollSettings of(CliqtelEndpoint endpoint) {
        PollOptions own = endpoint.getPoll();
        CliqtelComponentOptions component = endpoint.getComponent();
        Manner calls = SendSettings.manner(endpoint);
        String startFrom = Options.first(own.getStartFrom(), component.getStartFrom(), null);
        return new PollSettings(
                new Manner(Purpose.POLL, calls.retries(), calls.maxWait()),
                new InboxSettings(
                        StartFrom.of(startFrom == null ? "now" : startFrom),
                        Options.notNegative(
                                "overlap", Options.first(own.getOverlap(), component.getOverlap(), OVERLAP)),
                        Options.first(
                                own.getMaxDeliveryAttempts(),
                                component.getMaxDeliveryAttempts(),
                                MAX_DELIVERY_ATTEMPTS),
                        endpoint.pollDelay()),
                max(own.getMaxMessagesPerPoll()),
                Options.positive(
                        "giveUpAfter", Options.first(own.getGiveUpAfter(), component.getGiveUpAfter(), GIVE_UP_AFTER)));
    }

    /** The delay of an endpoint; the longest number of milliseconds where it is longer. */
    static Duration delay(long delay, TimeUnit unit) {
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
