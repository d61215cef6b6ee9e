/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.util.function.Function;

import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.observe.Observer;
import org.apache.camel.Exchange;

/** Whether Camel's tracing watches an endpoint, found out once: an exchange that isn't traced costs nothing. */
public final class Tracing {

    private static final String TRACER = "org.apache.camel.telemetry.Tracer";

    private Tracing() {}

    /** Who is told of what happens to an exchange because it is traced; nobody where it isn't. */
    public static Function<Exchange, Observer> of(CliqtelEndpoint endpoint) {
        boolean isThere = endpoint.getCamelContext().getClassResolver().resolveClass(TRACER) != null;
        return isThere && SpanEvents.areKeptOf(endpoint) ? SpanEvents::of : untraced -> Observer.NOBODY;
    }
}
