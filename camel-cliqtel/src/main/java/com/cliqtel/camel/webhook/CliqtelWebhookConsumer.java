/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.webhook.once.Deliveries;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Receives webhooks on Camel Platform HTTP, and gives the route those that are believed and new, each as an exchange of its own.
 *
 * <p>While suspended it still listens, and answers that it takes nothing now.
 */
@ManagedResource(description = "Managed Cliqtel webhook consumer")
public final class CliqtelWebhookConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {

    private final CliqtelEndpoint endpoint;
    // read by those who manage it
    private volatile WebhookProcessor processor;
    private TimedWaits waits;
    private LeaseRenewal renewals;
    private WebhookHttpServer engine;

    public CliqtelWebhookConsumer(CliqtelEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        setHealthCheck(new WebhookHealth(this));
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        // before any route starts, so that the first thing sent already asks for reports
        endpoint.getComponent().callbacks().add(this, WebhookUrl.of(endpoint));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        WebhookSettings settings = WebhookSettings.of(endpoint);
        endpoint.getComponent().accounts().keep(WebhookSettings.secrets(endpoint));
        Deliveries deliveries = endpoint.deliveries();
        processor = new WebhookProcessor(this, settings, deliveries, () -> waits(deliveries));
        engine = new WebhookHttpServer(endpoint.getCamelContext(), settings, processor);
        waits(deliveries);
        ServiceHelper.startService(engine);
    }

    // after a stop and a start of the component there is a new place for waits
    private synchronized TimedWaits waits(Deliveries deliveries) {
        TimedWaits now = endpoint.getComponent().accounts().receiving();
        if (now != waits) {
            ServiceHelper.stopService(renewals);
            waits = now;
            renewals = new LeaseRenewal(deliveries::renew, now);
            ServiceHelper.startService(renewals);
        }
        return now;
    }

    /** Who is told of what comes. */
    Observers observers() {
        return endpoint.getComponent().observers();
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

    /** When a webhook was last believed and not asked to come again; null when none was. */
    @ManagedAttribute(description = "When a webhook was last believed and not asked to come again")
    public String getLastAcceptedTime() {
        return lastAccepted().map(Instant::toString).orElse(null);
    }

    /** The last webhooks that were believed, the newest first. */
    public List<RecentWebhooks.Line> lastWebhooks() {
        return processor == null ? List.of() : processor.last().lines();
    }

    Optional<Instant> lastAccepted() {
        return Optional.ofNullable(processor).flatMap(WebhookProcessor::lastAccepted);
    }

    /** How many requests are being answered: those whose turn has not come are no exchange in flight yet. */
    @Override
    @ManagedAttribute(description = "How many requests are being answered")
    public int getPendingExchangesSize() {
        return processor == null ? 0 : processor.underWay();
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask task) {
        return false;
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // nothing is taken from the beginning of a shutdown on, and what is under way ends by itself
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(engine, renewals);
        waits = null;
        super.doStop();
    }

    @Override
    protected void doShutdown() throws Exception {
        endpoint.getComponent().callbacks().remove(this);
        super.doShutdown();
    }
}
