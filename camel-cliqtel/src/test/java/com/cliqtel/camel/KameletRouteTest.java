/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.Map;

import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The Kamelets, loaded from the class path and bound by Pipes. */
class KameletRouteTest {

    /** Of characters that Camel's URIs have other plans with. */
    private static final String KEY = "canary+key%20&to=1";

    private final Cliqtel cliqtel;
    private final DefaultCamelContext camel = new DefaultCamelContext();

    KameletRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        this.cliqtel = cliqtel;
    }

    @AfterEach
    void close() throws Exception {
        camel.close();
    }

    private void pipe(String yaml) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("sms.pipe.yaml", yaml));
        camel.start();
    }

    private static String sink(String properties) {
        return """
                apiVersion: camel.apache.org/v1
                kind: Pipe
                metadata:
                  name: orders-to-sms
                spec:
                  source:
                    uri: direct:orders
                  sink:
                    ref:
                      kind: Kamelet
                      apiVersion: camel.apache.org/v1
                      name: cliqtel-sink
                    properties:
                """ + properties.indent(6);
    }

    @Test
    void aSinkNeedsNoComponentThatIsSetUp() throws Exception {
        cliqtel.given().account(account -> account.apiKey(KEY));
        pipe(sink("""
                apiKey: "RAW(%s)"
                baseUrl: "%s"
                from: "+16625163513"
                to: "+31612345678"
                """.formatted(KEY, cliqtel.baseUrl())));
        Exchange out = camel.createFluentProducerTemplate()
                .to("direct:orders")
                .withBody("canary text")
                .request(Exchange.class);
        assertThat(out.getException()).isNull();
        assertThat(cliqtel.simulator().messages())
                .extracting(Message::from, Message::to, Message::body)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(TestAccount.FROM, TestAccount.TO, "canary text"));
    }

    @Test
    void missingPropertiesUseTheComponentOptions() throws Exception {
        CliqtelComponent component = camel.getComponent("cliqtel", CliqtelComponent.class);
        component.getConnection().setApiKey(cliqtel.apiKey());
        component.getConnection().setBaseUrl(cliqtel.baseUrl().toString());
        component.getAddress().setFrom(TestAccount.FROM);
        pipe(sink("longMessage: split"));
        Exchange out = camel.createFluentProducerTemplate()
                .to("direct:orders")
                .withBody("canary text ".repeat(200))
                .withHeaders(Map.of(CliqtelConstants.TO, TestAccount.TO))
                .request(Exchange.class);
        assertThat(out.getException()).isNull();
        assertThat(out.getMessage().getBody()).isInstanceOf(Sms.class);
        assertThat(cliqtel.simulator().messages()).hasSize(2);
    }

    @Test
    void refusesARecipientThatIsNotAllowed() throws Exception {
        pipe(sink("""
                apiKey: "%s"
                baseUrl: "%s"
                from: "+16625163513"
                to: "+31612345678"
                allowedRecipients: "+3170*"
                """.formatted(cliqtel.apiKey(), cliqtel.baseUrl())));
        Exchange out = camel.createFluentProducerTemplate()
                .to("direct:orders")
                .withBody("canary text")
                .request(Exchange.class);
        assertThat(out.getException()).isInstanceOf(CliqtelRejectedException.class);
        assertThat(cliqtel.simulator().calls()).isEmpty();
    }

    @Test
    void inboundMessagesComeOutOfTheirSource() throws Exception {
        Message received = cliqtel.simulator().receive(TestAccount.TO, TestAccount.FROM, "canary STOP");
        pipe("""
                apiVersion: camel.apache.org/v1
                kind: Pipe
                metadata:
                  name: sms-to-inbox
                spec:
                  source:
                    ref:
                      kind: Kamelet
                      apiVersion: camel.apache.org/v1
                      name: cliqtel-inbound-source
                    properties:
                      apiKey: "%s"
                      baseUrl: "%s"
                      startFrom: beginning
                      delay: 250
                  sink:
                    uri: seda:inbox
                """.formatted(cliqtel.apiKey(), cliqtel.baseUrl()));
        Sms sms = camel.createConsumerTemplate().receiveBody("seda:inbox", 10_000, Sms.class);
        assertThat(sms.id()).isEqualTo(received.id());
    }
}
