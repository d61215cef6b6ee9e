/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import com.cliqtel.camel.CliqtelConstants;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel context with a route from {@code direct:send}, which gets exchanges as from a consumer. */
final class SendRoute implements AutoCloseable {

    private final CamelContext context;
    private final Endpoint endpoint;
    private final AsyncProducer first;

    private SendRoute(CamelContext context) throws Exception {
        this.context = context;
        this.endpoint = context.getEndpoint("direct:send");
        this.first = endpoint.createAsyncProducer();
        first.start();
    }

    static SendRoute start(RoutesBuilder routes) {
        return start(new DefaultCamelContext(), routes);
    }

    static SendRoute start(CamelContext context, RoutesBuilder routes) {
        try {
            context.addRoutes(routes);
            context.start();
            return new SendRoute(context);
        } catch (Exception failed) {
            throw RuntimeCamelException.wrapRuntimeException(failed);
        }
    }

    /** What the route makes of a text. */
    Object send(String to, String text) {
        return send(to, text, null);
    }

    /** The same with an idempotency key; null for none. */
    Object send(String to, String text, String key) {
        Exchange exchange = endpoint.createExchange();
        if (key != null) {
            exchange.getMessage().setHeader(CliqtelConstants.IDEMPOTENCY_KEY, key);
        }
        exchange.getMessage().setBody(text);
        exchange.getMessage().setHeader(CliqtelConstants.TO, to);
        try {
            first.process(exchange);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        if (exchange.getException() != null) {
            throw new IllegalStateException(exchange.getException());
        }
        return exchange.getMessage().getBody();
    }

    @Override
    public void close() {
        context.stop();
    }
}
