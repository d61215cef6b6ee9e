/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.reports;

import java.util.Map;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.webhook.CliqtelWebhookConsumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;

/** An application that receives webhooks. */
final class ReceivingNode implements AutoCloseable {

    private static final String ROUTE = "reports";

    private final CamelContext context = new DefaultCamelContext();
    private final VertxPlatformHttpServer server;

    ReceivingNode(Ledger ledger, String secret, Processor application) throws Exception {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(0);
        server = new VertxPlatformHttpServer(configuration);
        context.addService(server);
        CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
        component.getLedger().setLedger(ledger);
        component.getWebhook().setWebhookVerifyToken(secret);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:webhook")
                        .routeId(ROUTE)
                        .errorHandler(noErrorHandler())
                        .process(application);
            }
        });
        context.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getServer().actualPort() + "/cliqtel/webhook";
    }

    Map<String, Long> answers() {
        return ((CliqtelWebhookConsumer) context.getRoute(ROUTE).getConsumer()).getAnswers();
    }

    @Override
    public void close() throws Exception {
        context.close();
    }
}
