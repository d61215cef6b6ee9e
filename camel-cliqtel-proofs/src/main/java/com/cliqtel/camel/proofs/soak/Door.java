/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;

/**
 * An HTTP server that answers 503 while no route listens, as a proxy before it would: Camel's own answer then, before the routes have
 * started and after they have stopped, is 404, after which many a sender doesn't come again.
 */
final class Door extends VertxPlatformHttpServer {

    private static final int UNAVAILABLE = 503;

    Door(VertxPlatformHttpServerConfiguration configuration) {
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
