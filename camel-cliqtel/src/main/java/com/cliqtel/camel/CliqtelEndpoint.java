/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.net.URI;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.cliqtel.camel.account.AccountState;
import com.cliqtel.camel.account.CallSettings;
import com.cliqtel.camel.account.ConnectionSettings;
import com.cliqtel.camel.account.EndpointServices;
import com.cliqtel.camel.account.ManagedAccount;
import com.cliqtel.camel.exchange.EndpointInputs;
import com.cliqtel.camel.exchange.InputSource;
import com.cliqtel.camel.exchange.Parameter;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.options.AddressOptions;
import com.cliqtel.camel.options.ConnectionOptions;
import com.cliqtel.camel.options.EventFilterOptions;
import com.cliqtel.camel.options.GetOptions;
import com.cliqtel.camel.options.LedgerOptions;
import com.cliqtel.camel.options.ListOptions;
import com.cliqtel.camel.options.NumberFilterOptions;
import com.cliqtel.camel.options.PollOptions;
import com.cliqtel.camel.options.PollSizeOptions;
import com.cliqtel.camel.options.RetryOptions;
import com.cliqtel.camel.options.SendOptions;
import com.cliqtel.camel.options.StatusFilterOptions;
import com.cliqtel.camel.options.StatusPollOptions;
import com.cliqtel.camel.options.TextOptions;
import com.cliqtel.camel.options.UriValues;
import com.cliqtel.camel.options.WebhookOptions;
import com.cliqtel.camel.poll.CliqtelPollEnrichConsumer;
import com.cliqtel.camel.poll.PollSettings;
import com.cliqtel.camel.poll.PollSource;
import com.cliqtel.camel.send.SendRequestReader;
import com.cliqtel.camel.send.SendSettings;
import com.cliqtel.camel.send.StatusCallbackPolicy;
import com.cliqtel.camel.webhook.WebhookSettings;
import com.cliqtel.camel.webhook.WebhookUrl;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;

/**
 * Send SMS, follow what became of them, and receive them and their delivery reports, through the Cliqtel SMS API.
 */
@ManagedResource(description = "Managed Cliqtel endpoint")
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "cliqtel",
        title = "Cliqtel",
        syntax = "cliqtel:operation",
        category = {Category.MOBILE, Category.MESSAGING},
        headersClass = CliqtelConstants.class)
public class CliqtelEndpoint extends ScheduledPollEndpoint
        implements AsyncEndpoint, EndpointServiceLocation, ManagedAccount {

    @UriPath(enums = "send,list,get,numbers,estimate,webhook,inbound,status", description = "What to do.")
    @Metadata(required = true)
    private final String operation;

    @UriParam
    private final ConnectionOptions connection;

    @UriParam
    private final AddressOptions address = new AddressOptions();

    @UriParam
    private final SendOptions send;

    @UriParam
    private final TextOptions text;

    @UriParam
    private final RetryOptions retry;

    @UriParam
    private final LedgerOptions ledger;

    @UriParam
    private final ListOptions list = new ListOptions();

    @UriParam
    private final NumberFilterOptions numberFilter = new NumberFilterOptions();

    @UriParam
    private final GetOptions get = new GetOptions();

    @UriParam
    private final WebhookOptions webhook;

    @UriParam
    private final EventFilterOptions eventFilter = new EventFilterOptions();

    @UriParam
    private final StatusFilterOptions statusFilter = new StatusFilterOptions();

    @UriParam
    private final PollOptions poll;

    @UriParam
    private final PollSizeOptions pollSize = new PollSizeOptions();

    @UriParam
    private final StatusPollOptions statusPoll;

    @UriParam(
            label = "consumer,scheduler",
            javaType = "java.time.Duration",
            defaultValue = "15000",
            description =
                    "Milliseconds before the next poll. Each poll is one request of the account's quota, or more where more than a hundred messages are new.")
    private long delay = -1;

    private final CliqtelOperation does;
    private final Set<Parameter> ambiguous = EnumSet.noneOf(Parameter.class);
    private boolean shared = true;

    CliqtelEndpoint(String uri, CliqtelComponent component, CliqtelOperation does) {
        super(uri, component);
        this.operation = does.word();
        this.does = does;
        this.connection = component.getConnection().forEndpoint();
        this.send = component.getSend().forEndpoint();
        this.text = component.getText().copy();
        this.retry = component.getRetry().copy();
        this.ledger = component.getLedger().copy();
        this.webhook = component.getWebhook().copy();
        this.poll = component.getPoll().copy();
        this.statusPoll = component.getStatusPoll().copy();
    }

    @Override
    public Producer createProducer() throws Exception {
        return does.action(this)
                .map(action -> new CliqtelProducer(this, operation, services(), action))
                .orElseThrow(() -> new IllegalArgumentException("cliqtel:" + operation
                        + " receives: use it in from(\"cliqtel:" + operation + "\"), not in to(...)"));
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Consumer consumer = does.consumer(this, processor)
                .orElseThrow(() -> new IllegalArgumentException("cliqtel:" + operation
                        + " calls: use it in to(\"cliqtel:" + operation + "\"), not in from(...)"));
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public PollingConsumer createPollingConsumer() throws Exception {
        PollSource source = does.pollSource()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "cliqtel:" + operation
                                        + " cannot be polled: pollEnrich and ConsumerTemplate take cliqtel:inbound and cliqtel:status"));
        PollingConsumer consumer =
                new CliqtelPollEnrichConsumer(this, services(), getComponent()::inboxes, pollSettings(source));
        configurePollingConsumer(consumer);
        return consumer;
    }

    private Ledger ledger() {
        return ledger.getLedger() != null ? ledger.getLedger() : getComponent().memory();
    }

    @Override
    public CliqtelComponent getComponent() {
        return (CliqtelComponent) super.getComponent();
    }

    /** The services that this endpoint's features use. Internal. */
    public EndpointServices services() {
        CliqtelComponent component = getComponent();
        return new EndpointServices(
                component::accounts,
                this::connectionSettings,
                CallSettings.of(retry),
                this::ledger,
                component.observers());
    }

    /** The inputs that this endpoint's options give. Internal. */
    public EndpointInputs inputs() {
        return EndpointInputs.of(address, send, get, list, numberFilter).with(ambiguous);
    }

    /** @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed */
    SendSettings sendSettings() {
        String own = send.getStatusCallbackUrl();
        StatusCallbackPolicy callbacks = StatusCallbackPolicy.allowing(
                send.getAllowedCallbackHosts(),
                own != null ? own : getComponent().getSend().getStatusCallbackUrl(),
                this::webhookUrl);
        return SendSettings.of(
                send, text, SendRequestReader.of(send, address.getFrom(), inputs(), componentOptions(), callbacks));
    }

    /** @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed */
    PollSettings pollSettings(PollSource source) {
        return PollSettings.of(
                source,
                PollSettings.topic(source, numberFilter, statusFilter, statusPoll),
                PollSettings.inbox(poll, delay, getTimeUnit()),
                pollSize,
                retry);
    }

    /** @throws IllegalArgumentException when an option is wrong or missing; the message names it and what is allowed */
    WebhookSettings webhookSettings() {
        return WebhookSettings.of(webhook, eventFilter, statusFilter, connection, services());
    }

    /** Returns the public address of this endpoint's webhook; empty if no external URL is set. */
    Optional<URI> ownWebhookUrl() {
        return WebhookUrl.of(webhook, connection, getCamelContext());
    }

    private ConnectionSettings connectionSettings() {
        return ConnectionSettings.of(connection, getComponent().isUseGlobalSslContextParameters());
    }

    /** Notes how an option is written in the endpoint's URI. */
    void written(String option, Object value, UriValues text) {
        if (UriValues.isSame("from", option) || UriValues.isSame("to", option)) {
            if (text.isAmbiguous(option, value)) {
                ambiguous.addAll(Parameter.ofOption(option));
            }
            boolean recipient = does == CliqtelOperation.SEND && UriValues.isSame("to", option);
            shared &= !(recipient && UriValues.beginsLikeABlank(value));
        }
    }

    /**
     * Whether Camel may use this endpoint for each URI with the same normalized form. False if the recipient begins with a
     * plus or a blank outside of {@code RAW(...)}, since the normalized form is the same for two countries' numbers.
     */
    @Override
    public boolean isSingleton() {
        return shared;
    }

    @Override
    public boolean isSingletonProducer() {
        return true;
    }

    /** What the component's options say of a send; of nothing else, or they would filter lists. */
    public InputSource componentOptions() {
        CliqtelComponent component = getComponent();
        Map<Parameter, Object> options = new EnumMap<>(Parameter.class);
        options.put(Parameter.FROM, component.getAddress().getFrom());
        options.put(Parameter.FROM_NUMBER_ID, component.getSend().getFromNumberId());
        options.put(Parameter.TO, component.getAddress().getTo());
        options.put(Parameter.STATUS_CALLBACK_URL, component.getSend().getStatusCallbackUrl());
        return InputSource.options("component's", options);
    }

    /** Returns the public address of the webhook consumer; empty if there is none or more than one. Internal. */
    public Optional<URI> webhookUrl() {
        return getComponent().callbacks().only(getComponent().getWebhook().getWebhookExternalUrl() != null);
    }

    @Override
    public String getServiceUrl() {
        return does.consumes() ? WebhookSettings.path(webhook) : connection.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    @Override
    public Optional<AccountState> accountState() {
        try {
            return getComponent().accounts().state(connectionSettings());
        } catch (IllegalArgumentException notMadeForCalls) {
            return Optional.empty();
        }
    }

    @ManagedAttribute(description = "What the endpoint does")
    public String getOperation() {
        return operation;
    }

    public ConnectionOptions getConnection() {
        return connection;
    }

    public AddressOptions getAddress() {
        return address;
    }

    public SendOptions getSend() {
        return send;
    }

    public TextOptions getText() {
        return text;
    }

    public RetryOptions getRetry() {
        return retry;
    }

    public LedgerOptions getLedger() {
        return ledger;
    }

    public ListOptions getList() {
        return list;
    }

    public NumberFilterOptions getNumberFilter() {
        return numberFilter;
    }

    public GetOptions getGet() {
        return get;
    }

    public WebhookOptions getWebhook() {
        return webhook;
    }

    public EventFilterOptions getEventFilter() {
        return eventFilter;
    }

    public StatusFilterOptions getStatusFilter() {
        return statusFilter;
    }

    public PollOptions getPoll() {
        return poll;
    }

    public PollSizeOptions getPollSize() {
        return pollSize;
    }

    public StatusPollOptions getStatusPoll() {
        return statusPoll;
    }

    @Override
    public long getDelay() {
        return delay;
    }

    /** Milliseconds before the next poll. */
    @Override
    public void setDelay(long delay) {
        this.delay = delay;
        super.setDelay(delay);
    }
}
