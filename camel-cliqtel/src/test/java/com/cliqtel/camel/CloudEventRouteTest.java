/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.model.WebhookEvent;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.wire.Json;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataType;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a report or a message under the data type {@code cliqtel:application-cloudevents}. */
class CloudEventRouteTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();

    @AfterEach
    void close() throws Exception {
        camel.close();
    }

    private Map<String, Object> transformed(Object body) throws Exception {
        if (camel.getRoutes().isEmpty()) {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").transformDataType(new DataType("cliqtel:application-cloudevents"));
                }
            });
            camel.start();
        }
        Exchange out = camel.createFluentProducerTemplate()
                .to("direct:in")
                .withBody(body)
                .request(Exchange.class);
        assertThat(out.getException()).isNull();
        assertThat(out.getMessage().getBody()).isSameAs(body);
        return out.getMessage().getHeaders();
    }

    private static Object report(String status) {
        return WebhookContent.of(Json.read("""
                {"event":"sms.status_updated","data":{"id":42,"from":"+16625163513","to":"+31612345678",
                "direction":"outbound","status":"%s","updated_at":"2026-04-03T10:15:30+00:00"},
                "timestamp":"2026-04-03T10:15:31+00:00"}""".formatted(status).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aReportHasTheAttributesOfACloudEvent() throws Exception {
        assertThat(transformed(report("delivered")))
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_VERSION, "1.0")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_ID, "42/delivered/2026-04-03T10:15:30Z")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, "com.cliqtel.sms.status_updated")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, "cliqtel:+16625163513")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, "42")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TIME, "2026-04-03T10:15:31Z")
                .containsEntry(Exchange.CONTENT_TYPE, "application/json");
    }

    @Test
    void theSameReportHasTheSameIdAndAnotherStatusAnother() throws Exception {
        Object first = transformed(report("sent")).get(CloudEvent.CAMEL_CLOUD_EVENT_ID);
        assertThat(transformed(report("sent"))).containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_ID, first);
        assertThat(transformed(report("failed"))).doesNotContainEntry(CloudEvent.CAMEL_CLOUD_EVENT_ID, first);
    }

    @Test
    void whatAnAnswerLeavesOutIsNotInvented() throws Exception {
        assertThat(transformed(Sms.of(Map.of("id", 42))))
                .containsKey(CloudEvent.CAMEL_CLOUD_EVENT_TIME)
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, "cliqtel:account");
        assertThat(transformed(WebhookEvent.of(Map.of("event", "sms.opted_out"))))
                .containsKeys(CloudEvent.CAMEL_CLOUD_EVENT_ID, CloudEvent.CAMEL_CLOUD_EVENT_TIME)
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, "com.cliqtel.sms.opted_out")
                .doesNotContainKey(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT);
    }

    @Test
    void anotherBodyIsLeftAlone() throws Exception {
        assertThat(transformed("canary text")).isEmpty();
    }

    @Test
    void aPipeIsConfiguredByItsName(@SimulatedAccount Cliqtel cliqtel) throws Exception {
        Message received = cliqtel.simulator().receive("MyBank", TestAccount.FROM, "canary code");
        CliqtelComponent component = camel.getComponent("cliqtel", CliqtelComponent.class);
        component.getConnection().setApiKey(cliqtel.apiKey());
        component.getConnection().setBaseUrl(cliqtel.baseUrl().toString());
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("inbox.pipe.yaml", """
                apiVersion: camel.apache.org/v1
                kind: Pipe
                metadata:
                  name: inbox
                spec:
                  source:
                    ref:
                      kind: Kamelet
                      apiVersion: camel.apache.org/v1
                      name: cliqtel-inbound-source
                    properties:
                      startFrom: beginning
                      delay: 250
                    dataTypes:
                      out:
                        scheme: cliqtel
                        format: application-cloudevents
                  sink:
                    uri: seda:inbox
                """));
        camel.start();
        Exchange told = camel.createConsumerTemplate().receive("seda:inbox", 10_000);
        assertThat(told.getMessage().getHeaders())
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_ID, Long.toString(received.id()))
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, "com.cliqtel.sms.inbound")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, "cliqtel:" + TestAccount.FROM);
    }
}
