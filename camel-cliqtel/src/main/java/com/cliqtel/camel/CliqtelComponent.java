/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.List;
import java.util.Map;

import com.cliqtel.camel.account.AccountRegistry;
import com.cliqtel.camel.account.AccountState;
import com.cliqtel.camel.account.ApiKeys;
import com.cliqtel.camel.account.ConnectionSettings;
import com.cliqtel.camel.account.LimitSettings;
import com.cliqtel.camel.account.ManagedAccounts;
import com.cliqtel.camel.client.SendGate;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.monitor.ApiCallLog;
import com.cliqtel.camel.monitor.ManagedCounts;
import com.cliqtel.camel.monitor.ManagedSending;
import com.cliqtel.camel.monitor.MicrometerService;
import com.cliqtel.camel.observe.EventCounts;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.options.AddressOptions;
import com.cliqtel.camel.options.ConnectionOptions;
import com.cliqtel.camel.options.LedgerOptions;
import com.cliqtel.camel.options.LimitOptions;
import com.cliqtel.camel.options.OptionBinding;
import com.cliqtel.camel.options.PipeText;
import com.cliqtel.camel.options.PollOptions;
import com.cliqtel.camel.options.RetryOptions;
import com.cliqtel.camel.options.SecretProperties;
import com.cliqtel.camel.options.SendOptions;
import com.cliqtel.camel.options.StatusPollOptions;
import com.cliqtel.camel.options.TextOptions;
import com.cliqtel.camel.options.UriValues;
import com.cliqtel.camel.options.WebhookOptions;
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
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.support.component.RawParameterHelper;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.PropertiesHelper;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * Makes {@code cliqtel:} endpoints, and keeps what they share: one HTTP client and one limiter per account, however many
 * endpoints there are.
 */
@ManagedResource(description = "Managed Cliqtel component")
@Component("cliqtel")
@Metadata(excludeProperties = "connection,address,send,text,retry,limit,ledger,webhook,poll,statusPoll")
public class CliqtelComponent extends DefaultComponent
        implements SSLContextParametersAware, ManagedSending, ManagedCounts, ManagedAccounts, ManagedUnknownSends {

    @Metadata
    private ConnectionOptions connection = new ConnectionOptions();

    @Metadata
    private AddressOptions address = new AddressOptions();

    @Metadata
    private SendOptions send = new SendOptions();

    @Metadata
    private TextOptions text = new TextOptions();

    @Metadata
    private RetryOptions retry = new RetryOptions();

    @Metadata
    private LimitOptions limit = new LimitOptions();

    @Metadata
    private LedgerOptions ledger = new LedgerOptions();

    @Metadata
    private WebhookOptions webhook = new WebhookOptions();

    @Metadata
    private PollOptions poll = new PollOptions();

    @Metadata
    private StatusPollOptions statusPoll = new StatusPollOptions();

    @Metadata(label = "security", defaultValue = "false")
    private boolean useGlobalSslContextParameters;

    private final Ledger memory = new MemoryLedger();
    private final WebhookUrlRegistry callbacks = new WebhookUrlRegistry();
    private final EventCounts counts = new EventCounts();
    private final Observers observers = Observers.of(counts, new ApiCallLog());
    // null until it has started
    private volatile Running running;
    private MicrometerService metering;

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
        endpoint.getConnection().inherit(connection);
        // what is wrong with the options is said where the endpoint is written
        operation.check(endpoint);
        return endpoint;
    }

    /** True, since a plus and a blank differ in the raw URI only. {@link UriValues} decodes it. */
    @Override
    public boolean useRawUri() {
        return true;
    }

    @Override
    protected boolean resolveRawParameterValues() {
        return false;
    }

    /** The objects that the endpoints share from one start of the component until the next. */
    private record Running(AccountRegistry accounts, SendRegistry sends, InboxRegistry inboxes) {}

    private Running running() {
        if (running == null) {
            // Camel returns a component before it has started: this waits for the start
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

    /** Where the webhook consumers can be reached. */
    public WebhookUrlRegistry callbacks() {
        return callbacks;
    }

    @Override
    public EventCounts counts() {
        return counts;
    }

    /** Returns the observers that receive the events of calls, sends, webhooks and polls. */
    public Observers observers() {
        return observers;
    }

    /** The ledger in memory, for endpoints without another one. */
    Ledger memory() {
        return memory;
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
    public PropertyConfigurer getComponentPropertyConfigurer() {
        return OptionBinding.ofComponent(super.getComponentPropertyConfigurer());
    }

    @Override
    public PropertyConfigurer getEndpointPropertyConfigurer() {
        return OptionBinding.ofEndpoint(super.getEndpointPropertyConfigurer());
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        SecretProperties.check(getCamelContext(), this);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ConnectionSettings.check(connection);
        SendSettings.check(address, send, retry);
        WebhookSettings.check(webhook);
        WebhookUrl.external(webhook, connection);
        SendRegistry sends = new SendRegistry();
        AccountRegistry opened = new AccountRegistry(
                getCamelContext(), LimitSettings.of(limit), observers, () -> connection.getApiKey(), sends);
        metering = new MicrometerService(
                getCamelContext(), observers, () -> opened.waits().open(), HttpAnswer.words());
        ServiceHelper.startService(opened, metering);
        opened.withhold(
                webhook.getWebhookVerifyToken() == null
                        ? List.of()
                        : ApiKeys.several("webhookVerifyToken", webhook.getWebhookVerifyToken()));
        running = new Running(opened, sends, new InboxRegistry());
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        // the metrics end last, so that they count what ends with the accounts
        ServiceHelper.stopService(running == null ? null : running.accounts(), metering);
    }

    public ConnectionOptions getConnection() {
        return connection;
    }

    public void setConnection(ConnectionOptions connection) {
        this.connection = connection;
    }

    public AddressOptions getAddress() {
        return address;
    }

    public void setAddress(AddressOptions address) {
        this.address = address;
    }

    public SendOptions getSend() {
        return send;
    }

    public void setSend(SendOptions send) {
        this.send = send;
    }

    public TextOptions getText() {
        return text;
    }

    public void setText(TextOptions text) {
        this.text = text;
    }

    public RetryOptions getRetry() {
        return retry;
    }

    public void setRetry(RetryOptions retry) {
        this.retry = retry;
    }

    public LimitOptions getLimit() {
        return limit;
    }

    public void setLimit(LimitOptions limit) {
        this.limit = limit;
    }

    public LedgerOptions getLedger() {
        return ledger;
    }

    public void setLedger(LedgerOptions ledger) {
        this.ledger = ledger;
    }

    public WebhookOptions getWebhook() {
        return webhook;
    }

    public void setWebhook(WebhookOptions webhook) {
        this.webhook = webhook;
    }

    public PollOptions getPoll() {
        return poll;
    }

    public void setPoll(PollOptions poll) {
        this.poll = poll;
    }

    public StatusPollOptions getStatusPoll() {
        return statusPoll;
    }

    public void setStatusPoll(StatusPollOptions statusPoll) {
        this.statusPoll = statusPoll;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    /** Whether to use the TLS configuration of the Camel context. */
    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
