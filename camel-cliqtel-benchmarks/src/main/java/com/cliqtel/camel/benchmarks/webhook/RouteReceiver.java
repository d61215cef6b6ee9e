/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.webhook;

import java.util.concurrent.atomic.LongAdder;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** A route that one writes with what Camel has, and that verifies by hand. */
final class RouteReceiver implements Receiver {

    private final LongAdder sum = new LongAdder();
    private final ListeningContext listening = new ListeningContext();

    RouteReceiver() {
        listening.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:" + PATH + "?httpMethodRestrict=POST&matchOnUriPrefix=false")
                        .process(RouteReceiver::verify)
                        .process(exchange -> sum.add(exchange.getMessage()
                                .getBody(EventJson.class)
                                .data()
                                .id()))
                        .setBody(constant((Object) null))
                        .removeHeaders("*")
                        .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(200));
            }
        });
    }

    static void verify(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        if (HmacSignature.isOf(body, exchange.getMessage().getHeader(SIGNATURE, String.class))) {
            exchange.getMessage().setBody(EventJson.read(body));
            return;
        }
        exchange.getMessage().setBody(null);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 403);
        exchange.setRouteStop(true);
    }

    @Override
    public int port() {
        return listening.port();
    }

    @Override
    public void close() {
        listening.close();
    }
}
