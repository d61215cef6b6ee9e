/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.util.function.Function;

import com.cliqtel.camel.observe.Observer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;

/** Connects sends to Camel's tracing, which is optional. This class loads without {@code camel-telemetry}. */
public final class Tracing {

    private static final String TRACER = "org.apache.camel.telemetry.Tracer";

    private Tracing() {}

    /**
     * Returns the observer of each exchange that an endpoint handles. It writes into the exchange's span if the endpoint is
     * traced, and does nothing otherwise. Whether it is traced is looked up once, here.
     */
    public static Function<Exchange, Observer> of(Endpoint endpoint) {
        boolean available = endpoint.getCamelContext().getClassResolver().resolveClass(TRACER) != null;
        return available && SpanEvents.areWrittenFor(endpoint) ? SpanEvents::of : untraced -> Observer.NOBODY;
    }
}
