/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.kafka;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.model.dataformat.JsonLibrary;

/** From a topic to SMS, and from delivery reports to a topic. */
// spotless:off
final class BridgeRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("kafka:{{topic.sms}}?groupId={{group.sms}}&autoOffsetReset=earliest"
                + "&autoCommitEnable=false&allowManualCommit=true&breakOnFirstError=true"
                + "&maxPollRecords=10&maxPollIntervalMs=900000").routeId("sms")
                .onException(CliqtelRejectedException.class).onWhen(Records::wouldOthersBeRefused)
                    // not handled: it stays in the topic, with all that follow
                    .handled(false)
                .end()
                .onException(JsonProcessingException.class, IllegalArgumentException.class, CliqtelRejectedException.class)
                    .handled(true)
                    .process(Records::refused)
                    .to("kafka:{{topic.refused}}")
                    .process(Records::commit)
                .end()
                .process(Records::remember)
                .unmarshal().json(JsonLibrary.Jackson, Request.class)
                .process(Records::draft)
                .to("cliqtel:send")
                .setHeader(KafkaConstants.KEY, header(CliqtelConstants.IDEMPOTENCY_KEY))
                .to("kafka:{{topic.sent}}")
                .process(Records::commit);

        from("cliqtel:webhook").routeId("reports")
                .setHeader(KafkaConstants.KEY, header(CliqtelConstants.MESSAGE_ID).convertToString())
                .to("kafka:{{topic.reports}}");
    }
}
// spotless:on
