/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.benchmarks.hand.MessageJson;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Sends with hand-written code in a processor of a route. */
final class ProcessorSender implements SmsSender {

    private final HttpSmsClient client;
    private final SendRoute route;

    ProcessorSender(String baseUrl) {
        client = new HttpSmsClient(baseUrl);
        route = SendRoute.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").process(exchange -> send(client, exchange));
            }
        });
    }

    static void send(HttpSmsClient client, Exchange exchange) {
        String to = exchange.getMessage().getHeader(CliqtelConstants.TO, String.class);
        String text = exchange.getMessage().getBody(String.class);
        SentSms sent = client.send(new SendRequest(FROM, to, text));
        exchange.getMessage().setBody(sent.sms());
        exchange.getMessage().setHeader(CliqtelConstants.MESSAGE_ID, sent.sms().id());
        exchange.getMessage().setHeader(CliqtelConstants.RATE_LIMIT_REMAINING, sent.remaining());
    }

    @Override
    public long send(String to, String text) {
        return ((MessageJson) route.send(to, text)).id();
    }

    @Override
    public void close() {
        route.close();
        client.close();
    }
}
