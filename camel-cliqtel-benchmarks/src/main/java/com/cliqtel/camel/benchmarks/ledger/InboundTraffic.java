/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.benchmarks.hand.PooledHttpClient;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.model.Sms;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.hc.client5.http.classic.methods.HttpGet;

/**
 * Inbound messages, of which each poll finds a page of new ones. Each caller polls an account of its own. The API is in this process:
 * its clock advances by a day at each page, so that no competitor has old messages to remember.
 */
final class InboundTraffic implements AutoCloseable {

    static final int PER_PAGE = 100;

    private static final String PATH = "/api/v1/sms";
    private static final String API_KEY = "benchmark-key-0123456789";
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration BETWEEN_PAGES = Duration.ofHours(26);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private final AtomicLong ids = new AtomicLong(1_000_000);
    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger callers = new AtomicInteger();
    private final LongAdder sum = new LongAdder();
    private final HttpServer server;
    private final CamelContext context = new DefaultCamelContext();
    private final IntFunction<Runnable> opening;

    private InboundTraffic(Ledger ledger, IdempotentRepository repository) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext(PATH, this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        context.start();
        opening = ledger == null ? caller -> byHand(repository, caller) : caller -> component(ledger, caller);
    }

    static InboundTraffic component(Ledger ledger) {
        return new InboundTraffic(ledger, null);
    }

    static InboundTraffic byHand(IdempotentRepository repository) {
        return new InboundTraffic(null, repository);
    }

    /** Returns a poller for one thread, for which each run processes a page. */
    Runnable caller() {
        return opening.apply(callers.incrementAndGet());
    }

    private Runnable component(Ledger ledger, int caller) {
        CliqtelComponent cliqtel = new CliqtelComponent();
        cliqtel.getConnection().setApiKey(API_KEY + caller);
        cliqtel.getConnection().setBaseUrl(baseUrl());
        cliqtel.getConnection().setAllowPlainHttp(true);
        cliqtel.getLimit().setRequestsPerMinute(0);
        cliqtel.getLimit().setMessagesPerSecond(0);
        cliqtel.getLedger().setLedger(ledger);
        cliqtel.getConnection().setAccount("benchmark" + caller);
        context.addComponent("cliqtel" + caller, cliqtel);
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel" + caller + ":inbound?startScheduler=false&startFrom=beginning")
                        .routeId("inbound" + caller)
                        .process(exchange ->
                                sum.add(exchange.getMessage().getBody(Sms.class).id()));
            }
        });
        ScheduledPollConsumer consumer =
                (ScheduledPollConsumer) context.getRoute("inbound" + caller).getConsumer();
        return consumer::run;
    }

    private Runnable byHand(IdempotentRepository repository, int caller) {
        PooledHttpClient http = new PooledHttpClient();
        URI address = URI.create(baseUrl() + "/messages?direction=inbound");
        ObjectMapper json = new ObjectMapper();
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:poll" + caller)
                        .process(exchange -> exchange.getMessage().setBody(list(http, address, json)))
                        .split(body())
                        .idempotentConsumer()
                        .exchange(exchange -> caller + "-" + id(exchange))
                        .idempotentRepository(repository)
                        .process(exchange -> sum.add(id(exchange)))
                        .end()
                        .end();
            }
        });
        ProducerTemplate poll = context.createProducerTemplate();
        return () -> poll.sendBody("direct:poll" + caller, null);
    }

    private static long id(Exchange exchange) {
        return exchange.getMessage().getBody(JsonNode.class).get("id").asLong();
    }

    private static List<JsonNode> list(PooledHttpClient http, URI address, ObjectMapper json) {
        return http.execute(new HttpGet(address), 200, (response, body) -> {
            try {
                List<JsonNode> messages = new ArrayList<>();
                json.readTree(body).get("data").forEach(messages::add);
                return messages;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private void route(RouteBuilder routes) {
        try {
            context.addRoutes(routes);
        } catch (Exception failed) {
            throw RuntimeCamelException.wrapRuntimeException(failed);
        }
    }

    private String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    private void answer(HttpExchange call) throws IOException {
        Instant now = BEGINNING.plus(BETWEEN_PAGES.multipliedBy(pages.incrementAndGet()));
        String created = TIME.format(now.minusSeconds(1).atOffset(ZoneOffset.UTC));
        String messages = LongStream.range(0, PER_PAGE)
                .mapToObj(none -> "{\"id\":" + ids.incrementAndGet()
                        + ",\"from\":\"+31687654321\",\"to\":\"+16625163513\",\"body\":\"Yes, please.\","
                        + "\"direction\":\"inbound\",\"status\":\"received\",\"segments\":1,\"cost\":0,"
                        + "\"currency\":\"EUR\",\"created_at\":\"" + created + "\"}")
                .collect(Collectors.joining(","));
        byte[] body = ("{\"data\":[" + messages + "],\"meta\":{\"total\":" + PER_PAGE
                        + ",\"page\":1,\"per_page\":100,\"total_pages\":1}}")
                .getBytes(StandardCharsets.US_ASCII);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.getResponseHeaders()
                .set("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @Override
    public void close() {
        context.stop();
        server.stop(0);
    }
}
