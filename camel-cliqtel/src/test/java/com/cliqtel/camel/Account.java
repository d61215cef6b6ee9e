/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.Map;
import java.util.function.Consumer;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.SimulatorBuilder;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A simulated account, and a Camel context whose component is set up for it: to be closed, unlike the account. */
final class Account implements AutoCloseable {

    static final String KEY = "canary-api-key";
    static final String FROM = "+16625163513";
    static final String TO = "+31612345678";

    private final Simulator simulator;
    private final CamelContext context;

    private Account(Simulator simulator, CamelContext context) {
        this.simulator = simulator;
        this.context = context;
    }

    static Account of(Cliqtel cliqtel) {
        return of(cliqtel.simulator());
    }

    /** For an account that is not as those of all tests. */
    static Account of(Cliqtel cliqtel, Consumer<SimulatorBuilder> settings) {
        cliqtel.given().account(settings);
        return of(cliqtel);
    }

    static Account of(Simulator simulator) {
        return new Account(simulator, contextFor(simulator));
    }

    static CamelContext contextFor(Simulator simulator) {
        CamelContext context = new DefaultCamelContext();
        connect(context, simulator);
        return context;
    }

    /** Sets up the component of a context for a simulator. */
    static void connect(CamelContext context, Simulator simulator) {
        CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
        component.setApiKey(KEY);
        component.setBaseUrl(simulator.baseUrl().toString());
        component.setFrom(FROM);
        // what these tests are about is not how long calls wait
        component.setRequestsPerMinute(0);
        component.setMessagesPerSecond(0);
    }

    Simulator simulator() {
        return simulator;
    }

    CamelContext context() {
        return context;
    }

    CliqtelComponent component() {
        return context.getComponent("cliqtel", CliqtelComponent.class);
    }

    Account route(RouteBuilder routes) throws Exception {
        context.addRoutes(routes);
        context.start();
        return this;
    }

    /** Sends to an endpoint without a route; the exchange has the exception if there is one. */
    Exchange call(String uri, Object body, Map<String, Object> headers) {
        if (!context.isStarted()) {
            context.start();
        }
        return context.createFluentProducerTemplate()
                .to(uri)
                .withBody(body)
                .withHeaders(headers)
                .request(Exchange.class);
    }

    Exchange call(String uri, Object body) {
        return call(uri, body, Map.of());
    }

    @Override
    public void close() throws Exception {
        context.close();
    }
}
