/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.simulator.Simulator;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Sends with a route that uses the component. Waiting exchanges hold no thread. */
final class ComponentClient implements SmsClient {

    private static final int CONNECTIONS = 400;

    private final CamelContext context = new DefaultCamelContext();
    private final AsyncProducer route;

    ComponentClient(SendTarget place, String unknownOutcome, Duration settlingTime) throws Exception {
        Simulator simulator = place.simulator();
        context.getRegistry().bind("cliqtelWallClock", InstantSource.class, place.wall());
        CliqtelComponent cliqtel = context.getComponent("cliqtel", CliqtelComponent.class);
        cliqtel.getConnection().setBaseUrl(simulator.baseUrl().toString());
        cliqtel.getConnection().setApiKey(simulator.apiKey());
        cliqtel.getAddress().setFrom(simulator.numbers().get(0).number());
        cliqtel.getLimit().setRequestsPerMinute(0);
        cliqtel.getLimit().setMessagesPerSecond(0);
        cliqtel.getConnection().setRequestTimeout(place.scale().requestTimeout());
        cliqtel.getSend().setUnknownOutcome(unknownOutcome);
        cliqtel.getSend().setSettlingTime(settlingTime);
        cliqtel.getConnection()
                .setHttp(Map.of(
                        "maxTotalConnections", CONNECTIONS,
                        "connectionsPerRoute", CONNECTIONS,
                        "httpClient.routePlanner", place.refusals()));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:sends")
                        .errorHandler(noErrorHandler())
                        .to("cliqtel:send?allowedCallbackHosts=" + LogicalSend.CALLBACK_HOST);
            }
        });
        context.start();
        route = context.getEndpoint("direct:sends").createAsyncProducer();
        route.start();
    }

    @Override
    public void send(LogicalSend send, Consumer<SendOutcome> told) {
        Exchange exchange = context.getEndpoint("direct:sends").createExchange();
        exchange.getMessage().setHeader(CliqtelConstants.TO, send.to());
        exchange.getMessage().setHeader(CliqtelConstants.STATUS_CALLBACK_URL, send.mark());
        exchange.getMessage().setBody(send.text());
        route.process(exchange, now -> told.accept(SendOutcome.of(exchange)));
    }

    @Override
    public void close() throws Exception {
        route.close();
        context.close();
    }
}
