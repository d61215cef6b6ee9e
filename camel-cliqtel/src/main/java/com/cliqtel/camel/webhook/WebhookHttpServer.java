/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

/** The HTTP side of a webhook consumer, on Camel Platform HTTP. */
final class WebhookHttpServer extends ServiceSupport {

    private static final String SERVLETS = "org.apache.camel.component.platform.http.springboot.";
    private static final String ENGINE = "platform-http-engine";

    private final CamelContext context;
    private final String path;
    private final int maxPayloadSize;
    private final Processor processor;
    private Consumer consumer;

    WebhookHttpServer(CamelContext context, WebhookSettings settings, Processor processor) {
        this.context = context;
        this.path = settings.path();
        this.maxPayloadSize = settings.maxPayloadSize();
        this.processor = processor;
    }

    @Override
    protected void doStart() throws Exception {
        PlatformHttpComponent platformHttp = context.getComponent("platform-http", PlatformHttpComponent.class);
        refuseTaken(platformHttp);
        try {
            ServiceHelper.startService(platformHttp);
            WebhookHttpEndpoint endpoint = new WebhookHttpEndpoint(platformHttp, path, maxPayloadSize);
            endpoint.setUseStreaming(isOnServlets(platformHttp));
            ServiceHelper.startService(endpoint);
            consumer = endpoint.createConsumer(processor);
            ServiceHelper.startService(consumer);
        } catch (Exception noEngine) {
            throw new IllegalStateException(
                    "cliqtel:webhook found no HTTP server to listen on at " + path
                            + ": on Camel Main add the dependency"
                            + " org.apache.camel:camel-platform-http-main and set camel.server.enabled=true and"
                            + " camel.server.port; on Spring Boot add"
                            + " org.apache.camel.springboot:camel-platform-http-starter",
                    noEngine);
        }
    }

    // each engine needs the other setting to hand over bytes as they came: servlets would read a body as text, and
    // Vert.x would buffer one of any size before it can be refused
    private boolean isOnServlets(PlatformHttpComponent platformHttp) {
        PlatformHttpEngine engine = platformHttp.getEngine() != null
                ? platformHttp.getEngine()
                : context.getRegistry().lookupByNameAndType(ENGINE, PlatformHttpEngine.class);
        return engine != null && engine.getClass().getName().startsWith(SERVLETS);
    }

    // Camel Platform HTTP drops every consumer of a path when one of them stops
    private void refuseTaken(PlatformHttpComponent platformHttp) {
        if (platformHttp.getHttpEndpoints().stream().anyMatch(taken -> path.equals(taken.getUri()))) {
            throw new IllegalStateException("Another consumer already listens on " + path
                    + ": set another webhookPath, or consume it once and pass events on");
        }
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopAndShutdownServices(consumer);
    }
}
