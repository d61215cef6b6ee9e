/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import com.cliqtel.camel.CliqtelConstants;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** By hand, in a processor of a route. */
final class HandInRouteSender implements SmsSender {

    private final HandClient client;
    private final Route route;

    HandInRouteSender(String baseUrl) {
        client = new HandClient(baseUrl);
        route = Route.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").process(HandInRouteSender.this::process);
            }
        });
    }

    private void process(Exchange exchange) {
        String to = exchange.getMessage().getHeader(CliqtelConstants.TO, String.class);
        String text = exchange.getMessage().getBody(String.class);
        HandSent sent = client.send(new SendRequest(FROM, to, text));
        exchange.getMessage().setBody(sent.sms());
        exchange.getMessage().setHeader(CliqtelConstants.MESSAGE_ID, sent.sms().id());
        exchange.getMessage().setHeader(CliqtelConstants.RATE_LIMIT_REMAINING, sent.remaining());
    }

    @Override
    public long send(String to, String text) {
        return ((SendAnswer.Data) route.send(to, text)).id();
    }

    @Override
    public void close() {
        route.close();
        client.close();
    }
}
