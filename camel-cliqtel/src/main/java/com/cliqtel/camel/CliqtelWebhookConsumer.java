/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.Map;

import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Receives webhooks on Camel Platform HTTP, and gives the route those that are believed and new, each as an exchange of its own.
 *
 * <p>While suspended it still listens, and answers that it takes nothing now.
 */
@ManagedResource(description = "Managed Cliqtel webhook consumer")
public final class CliqtelWebhookConsumer extends DefaultConsumer implements Suspendable {

    private final CliqtelEndpoint endpoint;
    private WebhookProcessor processor;
    private WebhookEngine engine;

    CliqtelWebhookConsumer(CliqtelEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        // before any route starts, so that the first thing sent already asks for reports
        endpoint.getComponent().callbacks().add(this, CallbackUrl.of(endpoint));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        WebhookSettings settings = WebhookSettings.of(endpoint);
        processor = endpoint.webhookProcessor(this, settings);
        engine = new WebhookEngine(endpoint.getCamelContext(), settings.path(), processor);
        ServiceHelper.startService(engine);
    }

    /** Whether webhooks are taken now. */
    boolean takes() {
        return isRunAllowed() && !isSuspendingOrSuspended();
    }

    /**
     * How many requests got each answer since the start, by the reasons of the answers.
     *
     * @return a snapshot; empty before the start
     */
    @ManagedAttribute(description = "How many requests got each answer since the start")
    public Map<String, Long> getAnswers() {
        return processor == null ? Map.of() : processor.answers();
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(engine);
        super.doStop();
    }

    @Override
    protected void doShutdown() throws Exception {
        endpoint.getComponent().callbacks().remove(this);
        super.doShutdown();
    }
}
