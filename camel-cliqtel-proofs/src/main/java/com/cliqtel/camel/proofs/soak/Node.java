/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.ledger.JdbcLedger;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.service.ServiceHelper;
import org.h2.jdbcx.JdbcConnectionPool;

/** One of the contexts, from its start to its stop. */
final class Node implements AutoCloseable {

    /** For webhooks: any that is free. */
    static final int ANY_PORT = 0;

    private static final String HOST = "127.0.0.1";
    private static final int CONNECTIONS = 100;
    private static final int LEDGER_CONNECTIONS = 32;
    private static final Duration MAX_WAIT = Duration.ofSeconds(120);

    private final CamelContext context = new DefaultCamelContext();
    private final JdbcConnectionPool database;
    private final VertxPlatformHttpServer server;
    private final Map<String, AsyncProducer> routes = new HashMap<>();

    private Node(ApplicationSettings account, int port) {
        database = JdbcConnectionPool.create(account.database(), "", "");
        database.setMaxConnections(LEDGER_CONNECTIONS);
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost(HOST);
        configuration.setBindPort(port);
        server = new WebhookHttpServer(configuration);
    }

    /** Starts one whose webhooks come to this port. */
    static Node start(ApplicationSettings account, int port, ApplicationOutput output) throws Exception {
        Node node = new Node(account, port);
        try {
            node.start(account, output);
            return node;
        } catch (Exception failed) {
            node.close();
            throw failed;
        }
    }

    private void start(ApplicationSettings account, ApplicationOutput output) throws Exception {
        listen();
        CliqtelComponent cliqtel = context.getComponent("cliqtel", CliqtelComponent.class);
        cliqtel.getConnection().setBaseUrl(account.baseUrl());
        cliqtel.getConnection().setApiKey(account.apiKey());
        cliqtel.getWebhook().setWebhookVerifyToken(account.webhookSecret());
        cliqtel.getWebhook().setWebhookExternalUrl("http://" + HOST + ":" + port());
        cliqtel.getLedger().setLedger(new JdbcLedger(database));
        cliqtel.getLimit().setRequestsPerMinute(account.requestsPerMinute());
        cliqtel.getLimit().setMessagesPerSecond(account.messagesPerSecond());
        cliqtel.getLimit().setQuotaShare(1.0 / SoakPlan.NODES);
        cliqtel.getConnection().setRequestTimeout(account.timeScale().requestTimeout());
        cliqtel.getRetry().setMaxWait(MAX_WAIT);
        cliqtel.getConnection().setHttp(Map.of("maxTotalConnections", CONNECTIONS, "connectionsPerRoute", CONNECTIONS));
        context.getShutdownStrategy().setTimeout(MAX_WAIT.toSeconds());
        context.addRoutes(new SoakRoutes(account.timeScale(), output));
        context.start();
    }

    // before the context, whose routes must know the port when they start
    private void listen() throws Exception {
        server.setCamelContext(context);
        ServiceHelper.startService(server);
        context.addService(server);
    }

    int port() {
        return server.getServer().actualPort();
    }

    /** Gives a route an exchange; the end is told by whatever thread it ends on. */
    void give(String route, Map<String, Object> headers, String body, Consumer<Exchange> ended) throws Exception {
        Exchange exchange = context.getEndpoint(route).createExchange();
        exchange.getMessage().setHeaders(new HashMap<>(headers));
        exchange.getMessage().setBody(body);
        producer(route).process(exchange, now -> ended.accept(exchange));
    }

    private synchronized AsyncProducer producer(String route) throws Exception {
        AsyncProducer known = routes.get(route);
        if (known == null) {
            known = context.getEndpoint(route).createAsyncProducer();
            known.start();
            routes.put(route, known);
        }
        return known;
    }

    /** Exchanges in routes. */
    int underWay() {
        return context.getInflightRepository().size();
    }

    /** In order: what is under way ends first. */
    @Override
    public void close() throws Exception {
        context.close();
        database.dispose();
    }
}
