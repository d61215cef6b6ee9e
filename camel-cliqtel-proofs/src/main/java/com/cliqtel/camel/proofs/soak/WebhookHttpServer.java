/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;

/**
 * An HTTP server that answers 503 while no route listens, as a proxy would. Without it the answer is 404 until the routes have started,
 * and many senders don't repeat after a 404.
 */
final class WebhookHttpServer extends VertxPlatformHttpServer {

    private static final int UNAVAILABLE = 503;

    WebhookHttpServer(VertxPlatformHttpServerConfiguration configuration) {
        super(configuration);
    }

    @Override
    protected void initializeServer() {
        super.initializeServer();
        getCamelContext()
                .getRegistry()
                .findSingleByType(VertxPlatformHttpRouter.class)
                .route()
                .last()
                .handler(
                        request -> request.response().setStatusCode(UNAVAILABLE).end());
    }
}
