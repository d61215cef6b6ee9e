/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.inbound;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.ledger.Ledger;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.ScheduledPollConsumer;

/** An application with an {@code inbound} route that polls on request. */
final class PollingApplication implements AutoCloseable {

    private static final String ROUTE = "inbound";

    private final CamelContext context = new DefaultCamelContext();

    PollingApplication(InboundAccount desk, Ledger ledger, Processor application) throws Exception {
        CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
        component.getConnection().setApiKey(desk.simulator().apiKey());
        component.getConnection().setBaseUrl(desk.simulator().baseUrl().toString());
        component.getLimit().setRequestsPerMinute(0);
        component.getLimit().setMessagesPerSecond(0);
        component.getLedger().setLedger(ledger);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:inbound?startScheduler=false&startFrom=beginning")
                        .routeId(ROUTE)
                        .errorHandler(noErrorHandler())
                        .process(application);
            }
        });
        context.start();
    }

    void poll() {
        ((ScheduledPollConsumer) context.getRoute(ROUTE).getConsumer()).run();
    }

    void restart() throws Exception {
        context.getRouteController().stopRoute(ROUTE);
        context.getRouteController().startRoute(ROUTE);
    }

    @Override
    public void close() throws Exception {
        context.close();
    }
}
