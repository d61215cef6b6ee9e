/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.webhook;

import java.util.concurrent.atomic.LongAdder;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/**
 * A route that one writes with what Camel has, that verifies by hand, and that runs once for an event: as long as this process lives, and
 * one of the last hundred thousand is repeated. It puts nothing in order.
 */
final class IdempotentRouteReceiver implements Receiver {

    private static final int REMEMBERED = 100_000;

    private final LongAdder sum = new LongAdder();
    private final ListeningContext listening = new ListeningContext();

    IdempotentRouteReceiver() {
        this(MemoryIdempotentRepository.memoryIdempotentRepository(REMEMBERED));
    }

    IdempotentRouteReceiver(IdempotentRepository repository) {
        listening.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:" + PATH + "?httpMethodRestrict=POST&matchOnUriPrefix=false")
                        .process(RouteReceiver::verify)
                        .idempotentConsumer()
                        .exchange(IdempotentRouteReceiver::key)
                        .idempotentRepository(repository)
                        .process(exchange -> sum.add(exchange.getMessage()
                                .getBody(EventJson.class)
                                .data()
                                .id()))
                        .end()
                        .setBody(constant((Object) null))
                        .removeHeaders("*")
                        .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(200));
            }
        });
    }

    private static String key(Exchange exchange) {
        EventJson event = exchange.getMessage().getBody(EventJson.class);
        return event.data().id() + " " + event.data().status() + " "
                + event.data().updatedAt();
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
