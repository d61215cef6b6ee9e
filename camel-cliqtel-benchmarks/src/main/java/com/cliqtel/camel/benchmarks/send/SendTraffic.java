/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.benchmarks.stub.StubProcess;
import com.cliqtel.camel.ledger.Ledger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.IdempotentRepository;

/** SMS, each with another text and recipient, sent by a route with or without idempotency keys. Thread-safe. */
public final class SendTraffic implements AutoCloseable {

    private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());
    private static final int NUMBERS = 1_000_000;

    private final SendRoute route;
    private final boolean keyed;
    private final Runnable closing;
    private final AtomicInteger callers = new AtomicInteger();

    private SendTraffic(SendRoute route, boolean keyed, Runnable closing) {
        this.route = route;
        this.keyed = keyed;
        this.closing = closing;
    }

    /** Sends with {@code cliqtel:send} and a ledger. */
    public static SendTraffic component(Ledger ledger, boolean keyed) {
        CamelContext context = new DefaultCamelContext();
        CliqtelComponent cliqtel = new CliqtelComponent();
        cliqtel.getConnection().setApiKey(SmsSender.API_KEY);
        cliqtel.getConnection().setBaseUrl(StubProcess.baseUrl());
        cliqtel.getConnection().setAllowPlainHttp(true);
        cliqtel.getLimit().setRequestsPerMinute(0);
        cliqtel.getLimit().setMessagesPerSecond(0);
        cliqtel.getLedger().setLedger(ledger);
        context.addComponent("cliqtel", cliqtel);
        SendRoute route = SendRoute.start(context, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to("cliqtel:send?from=" + SmsSender.FROM);
            }
        });
        return new SendTraffic(route, keyed, () -> {});
    }

    /** Sends with HttpClient 5 in a route; with keys, in an {@code idempotentConsumer} over a repository. */
    public static SendTraffic byHand(IdempotentRepository repository, boolean keyed) {
        HttpSmsClient client = new HttpSmsClient(StubProcess.baseUrl());
        SendRoute route = SendRoute.start(new RouteBuilder() {
            @Override
            public void configure() {
                if (keyed) {
                    from("direct:send")
                            .idempotentConsumer(header(CliqtelConstants.IDEMPOTENCY_KEY))
                            .idempotentRepository(repository)
                            .process(exchange -> ProcessorSender.send(client, exchange))
                            .end();
                } else {
                    from("direct:send").process(exchange -> ProcessorSender.send(client, exchange));
                }
            }
        });
        return new SendTraffic(route, keyed, client::close);
    }

    /** Returns a sender for one thread. Each run sends an SMS. */
    public Runnable caller() {
        int caller = callers.incrementAndGet();
        AtomicInteger count = new AtomicInteger();
        return () -> {
            int number = count.incrementAndGet();
            route.send(
                    "+31" + (600_000_000 + caller % 99 * NUMBERS + number % NUMBERS),
                    "Your order #" + number + " has shipped from " + caller + "!",
                    keyed ? "order-" + KEYS.incrementAndGet() : null);
        };
    }

    @Override
    public void close() {
        route.close();
        closing.run();
    }
}
