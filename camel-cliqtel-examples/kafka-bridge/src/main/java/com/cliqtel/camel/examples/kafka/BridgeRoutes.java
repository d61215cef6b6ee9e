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
                .onException(CliqtelRejectedException.class).onWhen(RecordSteps::wouldOthersBeRefused)
                    // not handled: it stays in the topic, with all that follow
                    .handled(false)
                .end()
                .onException(JsonProcessingException.class, IllegalArgumentException.class, CliqtelRejectedException.class)
                    .handled(true)
                    .process(RecordSteps::refused)
                    .to("kafka:{{topic.refused}}")
                    .process(RecordSteps::commit)
                .end()
                .process(RecordSteps::remember)
                .unmarshal().json(JsonLibrary.Jackson, SmsRequest.class)
                .process(RecordSteps::draft)
                .to("cliqtel:send")
                .setHeader(KafkaConstants.KEY, header(CliqtelConstants.IDEMPOTENCY_KEY))
                .to("kafka:{{topic.sent}}")
                .process(RecordSteps::commit);

        from("cliqtel:webhook").routeId("reports")
                .setHeader(KafkaConstants.KEY, header(CliqtelConstants.MESSAGE_ID).convertToString())
                .to("kafka:{{topic.reports}}");
    }
}
// spotless:on
