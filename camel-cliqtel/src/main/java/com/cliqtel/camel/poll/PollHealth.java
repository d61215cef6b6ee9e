/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.util.Map;

import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.support.ScheduledPollConsumerHealthCheck;

/** Camel's check of a polling consumer, which also tells of the last poll: when, how many messages, how far. Thread-safe. */
final class PollHealth extends ScheduledPollConsumerHealthCheck {

    private final CliqtelScheduledConsumer consumer;

    PollHealth(CliqtelScheduledConsumer consumer) {
        super(consumer, "consumer:" + consumer.getRouteId());
        this.consumer = consumer;
    }

    @Override
    public Result call(Map<String, Object> options) {
        Result usual = super.call(options);
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this)
                .state(usual.getState())
                .message(usual.getMessage().orElse(null))
                .error(usual.getError().orElse(null))
                .details(usual.getDetails());
        consumer.lastPoll()
                .ifPresent(poll -> result.detail("cliqtel.poll.time", poll.at().toString())
                        .detail("cliqtel.poll.messages", poll.messages()));
        return result.build();
    }
}
