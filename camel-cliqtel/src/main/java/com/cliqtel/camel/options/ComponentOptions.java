/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.DefaultComponent;

/**
 * The options of the component in groups, which are the defaults of its endpoints, and how option values are read. Camel's
 * generator needs a getter and a setter for each group.
 *
 * <p>Internal. Not thread-safe: set the options before the context starts.
 */
@Metadata(excludeProperties = "connection,address,send,text,retry,limit,ledger,webhook,poll,statusPoll")
public abstract class ComponentOptions extends DefaultComponent implements SSLContextParametersAware {

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

    /** Returns true, because only the raw URI shows whether a plus or a blank was written. {@link UriValues} decodes it. */
    @Override
    public boolean useRawUri() {
        return true;
    }

    @Override
    protected boolean resolveRawParameterValues() {
        return false;
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
