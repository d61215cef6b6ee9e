/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.cliqtel.camel.account.CallSettings;
import com.cliqtel.camel.client.CallPolicy;
import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.options.AllowedWords;
import com.cliqtel.camel.options.EndpointOptions;
import com.cliqtel.camel.options.OptionChecks;
import com.cliqtel.camel.options.PollOptions;
import com.cliqtel.camel.poll.inbox.InboxSettings;
import com.cliqtel.camel.poll.inbox.InboxTopic;
import com.cliqtel.camel.poll.inbox.StartPoint;

/**
 * The settings of a polling consumer: the options after checks.
 *
 * @param source what is polled
 * @param topic which of the account's messages are read
 * @param calls how the API is called
 * @param inbox how messages are read; its pause is the delay between two polls
 * @param maxMessagesPerPoll the largest number of messages that one poll gives to the route
 */
public record PollSettings(
        PollSource source, InboxTopic topic, CallPolicy calls, InboxSettings inbox, int maxMessagesPerPoll) {

    // four polls a minute leave most of the default quota of 60 to sends
    private static final Duration DELAY = Duration.ofSeconds(15);

    /** @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed */
    public static PollSettings of(PollSource source, EndpointOptions endpoint) {
        InboxTopic topic = source.topic(
                endpoint.getNumberFilter().getNumberId(),
                OptionChecks.positive("giveUpAfter", endpoint.getStatusPoll().getGiveUpAfter()),
                AllowedWords.STATUSES.several(endpoint.getStatusFilter().getStatuses()));
        PollOptions options = endpoint.getPoll();
        InboxSettings inbox = new InboxSettings(
                StartPoint.of(options.getStartFrom()),
                OptionChecks.notNegative("overlap", options.getOverlap()),
                options.getMaxDeliveryAttempts(),
                OptionChecks.notNegative("delay", delay(endpoint.getDelay(), endpoint.getTimeUnit())));
        CallPolicy calls = CallSettings.of(endpoint.getRetry());
        return new PollSettings(
                source,
                topic,
                new CallPolicy(Purpose.POLL, calls.retries(), calls.maxWait()),
                inbox,
                max(endpoint.getPollSize().getMaxMessagesPerPoll()));
    }

    /** Returns the delay between two polls: 15 seconds if none is set, and at most the largest number of milliseconds. */
    private static Duration delay(long delay, TimeUnit unit) {
        if (delay < 0) {
            return DELAY;
        }
        long millis = unit.toMillis(delay);
        return millis == Long.MAX_VALUE ? Duration.ofMillis(millis) : Duration.of(delay, unit.toChronoUnit());
    }

    private static int max(int messages) {
        if (messages < 0) {
            throw new IllegalArgumentException(
                    "maxMessagesPerPoll is " + messages + ": 0 for any number, or more was expected");
        }
        return messages == 0 ? Integer.MAX_VALUE : messages;
    }
}
