/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.cliqtel.camel.account.AccountRegistry;
import com.cliqtel.camel.account.AccountState;
import com.cliqtel.camel.account.ConnectionSettings;
import com.cliqtel.camel.account.LimitSettings;
import com.cliqtel.camel.account.ManagedAccounts;
import com.cliqtel.camel.client.SendGate;
import com.cliqtel.camel.ledger.DataSourceLedgers;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.monitor.ApiCallLog;
import com.cliqtel.camel.monitor.ManagedCounts;
import com.cliqtel.camel.monitor.ManagedSending;
import com.cliqtel.camel.monitor.MicrometerService;
import com.cliqtel.camel.observe.EventCounts;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.options.ComponentOptions;
import com.cliqtel.camel.options.LedgerOptions;
import com.cliqtel.camel.options.PipeText;
import com.cliqtel.camel.options.UriValues;
import com.cliqtel.camel.poll.InboxRegistry;
import com.cliqtel.camel.send.ManagedUnknownSends;
import com.cliqtel.camel.send.SendRegistry;
import com.cliqtel.camel.send.SendSettings;
import com.cliqtel.camel.send.reconcile.UnknownSends;
import com.cliqtel.camel.webhook.WebhookSettings;
import com.cliqtel.camel.webhook.WebhookUrl;
import com.cliqtel.camel.webhook.WebhookUrlRegistry;
import com.cliqtel.camel.webhook.verify.HttpAnswer;
import org.apache.camel.Endpoint;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.support.component.RawParameterHelper;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.PropertiesHelper;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * The Cliqtel component: creates endpoints, and has what they share, such as one HTTP client and one rate limiter for each
 * account.
 */
@ManagedResource(description = "Managed Cliqtel component")
@Component("cliqtel")
public class CliqtelComponent extends ComponentOptions
        implements ManagedSending, ManagedCounts, ManagedAccounts, ManagedUnknownSends {

    private final Ledger memory = new MemoryLedger();
    private final DataSourceLedgers databases = new DataSourceLedgers();
    private final WebhookUrlRegistry callbacks = new WebhookUrlRegistry();
    private final EventCounts counts = new EventCounts();
    private final Observers observers = Observers.of(counts, new ApiCallLog());
    // null until it has started
    private volatile Running running;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        CliqtelOperation operation = CliqtelOperation.named(remaining);
        operation.refuseForeign(parameters.keySet());
        UriValues text = UriValues.of(uri);
        CliqtelEndpoint endpoint = new CliqtelEndpoint(
                UnsafeUriCharactersEncoder.encode(EndpointHelper.normalizeEndpointUri(uri)), this, operation);
        parameters.forEach((option, value) -> endpoint.written(option, value, text));
        parameters.replaceAll(text::decoded);
        RawParameterHelper.resolveRawParameterValues(getCamelContext(), parameters);
        parameters.replaceAll(PipeText::mended);
        Map<String, Object> http = PropertiesHelper.extractProperties(parameters, "http.");
        if (!http.isEmpty()) {
            endpoint.getConnection().setHttp(http);
        }
        setProperties(endpoint, parameters);
        endpoint.getConnection().inherit(getConnection());
        endpoint.getLedger().inherit(getLedger());
        // a wrong option fails here, where the route mentions the endpoint
        endpoint.check();
        return endpoint;
    }

    /** The objects that the endpoints share from one start of the component until the next. */
    private record Running(
            AccountRegistry accounts, SendRegistry sends, InboxRegistry inboxes, MicrometerService metering) {}

    private Running running() {
        if (running == null) {
            // another thread may still start the component: this waits for it
            start();
        }
        return running;
    }

    /** Returns the accounts, as of the last start. Internal. */
    public AccountRegistry accounts() {
        return running().accounts();
    }

    /** Returns the sends, as of the last start. Internal. */
    SendRegistry sends() {
        return running().sends();
    }

    /** Returns the inboxes of the polling consumers, as of the last start. Internal. */
    InboxRegistry inboxes() {
        return running().inboxes();
    }

    /** Returns the public addresses of the webhook consumers. */
    WebhookUrlRegistry callbacks() {
        return callbacks;
    }

    /** Returns the public address of the webhook consumer; empty if there is none or more than one. */
    Optional<URI> webhookUrl() {
        return callbacks.only(getWebhook().getWebhookExternalUrl() != null);
    }

    @Override
    public EventCounts counts() {
        return counts;
    }

    /** Returns the observers that receive the events of calls, sends, webhooks and polls. Internal. */
    public Observers observers() {
        return observers;
    }

    /** Returns the ledger of these options; by default one in memory, which all endpoints share. */
    Ledger ledger(LedgerOptions options) {
        return options.ledger(databases).orElse(memory);
    }

    @Override
    public SendGate sendGate() {
        return accounts().gate();
    }

    @Override
    public UnknownSends unknownSends() {
        return sends().unknowns();
    }

    @Override
    public List<AccountState> accountsInUse() {
        return accounts().states();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ConnectionSettings.check(getConnection());
        SendSettings.check(getAddress(), getSend(), getRetry());
        getLedger().check();
        WebhookSettings.check(getWebhook());
        WebhookUrl.external(getWebhook(), getConnection());
        SendRegistry sends = new SendRegistry();
        AccountRegistry opened = new AccountRegistry(
                getCamelContext(),
                LimitSettings.of(getLimit()),
                observers,
                () -> getConnection().getApiKey(),
                sends);
        MicrometerService metering = new MicrometerService(
                getCamelContext(), observers, () -> opened.waits().open(), HttpAnswer.words());
        ServiceHelper.startService(opened, metering);
        opened.withhold(WebhookSettings.tokens(getWebhook()));
        running = new Running(opened, sends, new InboxRegistry(), metering);
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        // the metrics end last, so that they count what ends with the accounts
        if (running != null) {
            ServiceHelper.stopService(running.accounts(), running.metering());
        }
    }
}
