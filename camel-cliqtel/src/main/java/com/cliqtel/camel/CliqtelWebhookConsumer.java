/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import com.cliqtel.camel.webhook.WebhookReceiver;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Receives webhooks on Camel Platform HTTP, and gives the route those that are believed, each as an exchange of its own.
 *
 * <p>While suspended it still listens, and answers that it takes nothing now.
 */
final class CliqtelWebhookConsumer extends DefaultConsumer implements Suspendable {

    private final CliqtelEndpoint endpoint;
    private WebhookEngine engine;

    CliqtelWebhookConsumer(CliqtelEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        WebhookSettings settings = WebhookSettings.of(endpoint);
        WebhookProcessor processor =
                new WebhookProcessor(this, new WebhookReceiver(settings.policy()), settings.maxPayloadSize());
        engine = new WebhookEngine(endpoint.getCamelContext(), settings.path(), processor);
        ServiceHelper.startService(engine);
    }

    /** Whether webhooks are taken now. */
    boolean takes() {
        return isRunAllowed() && !isSuspendingOrSuspended();
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(engine);
        super.doStop();
    }
}
