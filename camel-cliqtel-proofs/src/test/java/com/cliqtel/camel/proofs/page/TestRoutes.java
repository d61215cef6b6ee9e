/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.page;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.simulator.Simulator;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** An application with a route that sends and a route that receives. */
final class TestRoutes implements AutoCloseable {

    private final CamelContext context = new DefaultCamelContext();
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    TestRoutes(Simulator simulator) throws Exception {
        CliqtelComponent cliqtel = context.getComponent("cliqtel", CliqtelComponent.class);
        cliqtel.getConnection().setApiKey(simulator.apiKey());
        cliqtel.getConnection().setBaseUrl(simulator.baseUrl().toString());
        cliqtel.getAddress().setFrom(simulator.numbers().get(0).number());
        cliqtel.getLimit().setRequestsPerMinute(0);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to("cliqtel:send");
                from("cliqtel:inbound?startFrom=beginning&initialDelay=1&delay=100")
                        .process(exchange -> received.add(
                                exchange.getMessage().getBody(Sms.class).body()));
            }
        });
        // a poll that is refused would wait for better times
        context.getShutdownStrategy().setTimeout(1);
        context.start();
    }

    void send(String to, String text) {
        context.createFluentProducerTemplate()
                .to("direct:send")
                .withHeader(CliqtelConstants.TO, to)
                .withBody(text)
                .send();
    }

    String awaitReceived() throws InterruptedException {
        return received.poll(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        context.close();
    }
}
