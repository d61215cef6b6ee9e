/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.cliqtel.camel.account.EndpointServices;
import com.cliqtel.camel.account.LeaseRenewal;
import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.webhook.once.Deliveries;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Receives webhooks on Camel Platform HTTP and passes each new one with a valid signature to the route, as an exchange of its
 * own.
 *
 * <p>While the consumer is suspended it still listens, and answers each request with 503.
 */
@ManagedResource(description = "Managed Cliqtel webhook consumer")
public final class CliqtelWebhookConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {

    private final EndpointServices services;
    private final WebhookUrlRegistry.Registration url;
    private final Supplier<WebhookSettings> settings;
    // read by JMX
    private volatile WebhookProcessor processor;
    private TimedWaits waits;
    private LeaseRenewal renewal;
    private WebhookHttpServer server;

    /**
     * @param url the entry for the consumer's public address
     * @param settings returns the settings; called at each start
     */
    public CliqtelWebhookConsumer(
            DefaultEndpoint endpoint,
            Processor processor,
            EndpointServices services,
            WebhookUrlRegistry.Registration url,
            Supplier<WebhookSettings> settings) {
        super(endpoint, processor);
        this.services = services;
        this.url = url;
        this.settings = settings;
        setHealthCheck(new WebhookHealth(this));
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        // before any route starts, so that the first send already requests reports
        url.add(this);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        WebhookSettings current = settings.get();
        Deliveries deliveries = new Deliveries(services.ledger(), current.reader(), new WebhookLog());
        processor = new WebhookProcessor(this, services.observers(), current, deliveries, () -> waits(deliveries));
        server = new WebhookHttpServer(getEndpoint().getCamelContext(), current, processor);
        waits(deliveries);
        ServiceHelper.startService(server);
    }

    // a restart of the component ends all waits and creates new ones
    private synchronized TimedWaits waits(Deliveries deliveries) {
        TimedWaits now = services.accounts().get().receiving();
        if (now != waits) {
            ServiceHelper.stopService(renewal);
            waits = now;
            renewal = new LeaseRenewal(deliveries::renew, () -> false, Deliveries.RENEWAL, now);
            ServiceHelper.startService(renewal);
        }
        return now;
    }

    /** Returns the number of requests with each answer since the start, by the words of the answers; empty before the start. */
    @ManagedAttribute(description = "Number of requests with each answer since the start")
    public Map<String, Long> getAnswers() {
        return processor == null ? Map.of() : processor.counts().counts();
    }

    /** Returns the time of the last webhook that was answered with 200; null for none. */
    @ManagedAttribute(description = "Time of the last webhook that was answered with 200")
    public String getLastAcceptedTime() {
        return lastAccepted().map(Instant::toString).orElse(null);
    }

    /** Returns the last webhooks with a valid signature, the newest first. */
    public List<RecentWebhooks.Line> lastWebhooks() {
        return processor == null ? List.of() : processor.recent().lines();
    }

    Optional<Instant> lastAccepted() {
        return Optional.ofNullable(processor)
                .flatMap(running -> running.counts().lastAccepted());
    }

    /** Returns the number of requests in progress, including those that wait and have no exchange yet. */
    @Override
    @ManagedAttribute(description = "Number of requests in progress")
    public int getPendingExchangesSize() {
        return processor == null ? 0 : processor.inProgress();
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask task) {
        return false;
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // requests are refused from the beginning of a shutdown, and those in progress end by themselves
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(server, renewal);
        waits = null;
        super.doStop();
    }

    @Override
    protected void doShutdown() throws Exception {
        url.remove(this);
        super.doShutdown();
    }
}
