/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.ScheduledPollConsumerHealthCheck;

/** Camel's health check of a polling consumer, with the time and the number of messages of the last poll. Thread-safe. */
final class PollHealth extends ScheduledPollConsumerHealthCheck {

    private final Supplier<Optional<LastPoll>> lastPoll;

    PollHealth(ScheduledPollConsumer consumer, Supplier<Optional<LastPoll>> lastPoll) {
        super(consumer, "consumer:" + consumer.getRouteId());
        this.lastPoll = lastPoll;
    }

    @Override
    public Result call(Map<String, Object> options) {
        Result usual = super.call(options);
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this)
                .state(usual.getState())
                .message(usual.getMessage().orElse(null))
                .error(usual.getError().orElse(null))
                .details(usual.getDetails());
        lastPoll.get()
                .ifPresent(poll -> result.detail("cliqtel.poll.time", poll.at().toString())
                        .detail("cliqtel.poll.messages", poll.messages()));
        return result.build();
    }
}
