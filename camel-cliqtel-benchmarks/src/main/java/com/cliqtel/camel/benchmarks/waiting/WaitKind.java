/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.waiting;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.cliqtel.camel.CliqtelComponent;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.AsyncProcessorSupport;

/** What the exchanges wait for. */
enum WaitKind {
    /** A permit of {@code cliqtel:send}. */
    FOR_A_PERMIT {
        @Override
        RouteBuilder route(CamelContext context, String baseUrl) {
            CliqtelComponent cliqtel = new CliqtelComponent();
            cliqtel.getConnection().setApiKey("benchmark-key-0123456789");
            cliqtel.getConnection().setBaseUrl(baseUrl);
            cliqtel.getConnection().setAllowPlainHttp(true);
            cliqtel.getLimit().setRequestsPerMinute(1);
            cliqtel.getRetry().setMaxWait(Duration.ofDays(1_000));
            context.addComponent("cliqtel", cliqtel);
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:send").to("cliqtel:send?from=+16625163513&to=+31612345678");
                }
            };
        }
    },
    /** Nothing at all: what Camel itself keeps of an exchange in a route. */
    FOR_NOTHING {
        @Override
        RouteBuilder route(CamelContext context, String baseUrl) {
            Queue<AsyncCallback> waiting = new ConcurrentLinkedQueue<>();
            AsyncProcessorSupport never = new AsyncProcessorSupport() {
                @Override
                public boolean process(Exchange exchange, AsyncCallback callback) {
                    return !waiting.add(callback);
                }
            };
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:send").process(never);
                }
            };
        }
    };

    abstract RouteBuilder route(CamelContext context, String baseUrl);
}
