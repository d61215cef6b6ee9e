/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.webhook;

import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel context that listens with Vert.x on a free port. */
final class ListeningContext implements AutoCloseable {

    private final CamelContext context = new DefaultCamelContext();
    private final VertxPlatformHttpServer server;

    ListeningContext() {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(0);
        server = new VertxPlatformHttpServer(configuration);
    }

    CamelContext context() {
        return context;
    }

    void start(RoutesBuilder routes) {
        try {
            context.addService(server);
            context.addRoutes(routes);
            context.start();
        } catch (Exception failed) {
            throw RuntimeCamelException.wrapRuntimeException(failed);
        }
    }

    int port() {
        return server.getServer().actualPort();
    }

    @Override
    public void close() {
        context.stop();
    }
}
