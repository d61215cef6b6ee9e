/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import org.apache.camel.spi.UriParam;
import org.apache.camel.support.ScheduledPollEndpoint;

/**
 * The groups of options of an endpoint. Those that the component has too begin as copies of the component's. Camel's generator
 * needs a getter for each group.
 *
 * <p>Internal. Not thread-safe: set the options before the endpoint starts.
 */
public abstract class EndpointOptions extends ScheduledPollEndpoint {

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

    protected EndpointOptions(String uri, ComponentOptions component) {
        super(uri, component);
        this.connection = component.getConnection().forEndpoint();
        this.send = component.getSend().forEndpoint();
        this.text = component.getText().copy();
        this.retry = component.getRetry().copy();
        this.ledger = new LedgerOptions();
        this.webhook = component.getWebhook().copy();
        this.poll = component.getPoll().copy();
        this.statusPoll = component.getStatusPoll().copy();
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
