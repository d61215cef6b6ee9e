/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import java.util.Map;

import com.cliqtel.camel.CliqtelConstants;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The route that one writes with what Camel has: JSON, {@code http:}, JSON. */
final class HttpRouteSender implements SmsSender {

    private final SendRoute route;

    HttpRouteSender(String baseUrl) {
        route = SendRoute.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send")
                        .process(HttpRouteSender::fields)
                        .removeHeader(CliqtelConstants.TO)
                        .marshal()
                        .json()
                        .setHeader(Exchange.HTTP_METHOD, constant("POST"))
                        .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                        .setHeader("Authorization", constant("Bearer " + API_KEY))
                        .to(baseUrl + "/messages?connectTimeout=5000&responseTimeout=30000")
                        .unmarshal()
                        .json();
            }
        });
    }

    private static void fields(Exchange exchange) {
        exchange.getMessage()
                .setBody(Map.of(
                        "from", FROM,
                        "to", exchange.getMessage().getHeader(CliqtelConstants.TO),
                        "body", exchange.getMessage().getBody()));
    }

    @Override
    public long send(String to, String text) {
        Map<?, ?> answer = (Map<?, ?>) route.send(to, text);
        return ((Number) ((Map<?, ?>) answer.get("data")).get("id")).longValue();
    }

    @Override
    public void close() {
        route.close();
    }
}
