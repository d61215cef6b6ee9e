/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import com.cliqtel.camel.account.AccountState;
import com.cliqtel.camel.account.CallSettings;
import com.cliqtel.camel.account.ConnectionSettings;
import com.cliqtel.camel.account.EndpointServices;
import com.cliqtel.camel.account.ManagedAccount;
import com.cliqtel.camel.exchange.EndpointInputs;
import com.cliqtel.camel.exchange.Parameter;
import com.cliqtel.camel.options.EndpointOptions;
import com.cliqtel.camel.options.UriValues;
import com.cliqtel.camel.poll.CliqtelPollEnrichConsumer;
import com.cliqtel.camel.poll.PollSettings;
import com.cliqtel.camel.poll.PollSource;
import com.cliqtel.camel.send.SendRequestReader;
import com.cliqtel.camel.send.SendSettings;
import com.cliqtel.camel.webhook.WebhookSettings;
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
import org.apache.camel.spi.UriPath;

/** Send SMS, follow what became of them, and receive them and their delivery reports, through the Cliqtel SMS API. */
@ManagedResource(description = "Managed Cliqtel endpoint")
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "cliqtel",
        title = "Cliqtel",
        syntax = "cliqtel:operation",
        category = {Category.MOBILE, Category.MESSAGING},
        headersClass = CliqtelConstants.class)
public class CliqtelEndpoint extends EndpointOptions implements AsyncEndpoint, EndpointServiceLocation, ManagedAccount {

    @UriPath(enums = "send,list,get,numbers,estimate,webhook,inbound,status", description = "What to do.")
    @Metadata(required = true)
    private final String operation;

    private final CliqtelOperation does;
    private final Set<Parameter> ambiguous = EnumSet.noneOf(Parameter.class);
    private boolean shared = true;

    CliqtelEndpoint(String uri, CliqtelComponent component, CliqtelOperation does) {
        super(uri, component);
        this.operation = does.word();
        this.does = does;
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
                new CliqtelPollEnrichConsumer(this, services(), getComponent()::inboxes, PollSettings.of(source, this));
        configurePollingConsumer(consumer);
        return consumer;
    }

    @Override
    public CliqtelComponent getComponent() {
        return (CliqtelComponent) super.getComponent();
    }

    /** @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed */
    void check() {
        getLedger().check();
        does.action(this);
        does.pollSource().ifPresent(source -> PollSettings.of(source, this));
        if (does == CliqtelOperation.WEBHOOK) {
            WebhookSettings.check(this);
        }
    }

    /** Returns the services that the features of this endpoint use. Internal. */
    public EndpointServices services() {
        CliqtelComponent component = getComponent();
        return new EndpointServices(
                component::accounts,
                this::connectionSettings,
                CallSettings.of(getRetry()),
                () -> component.ledger(getLedger()),
                component.observers());
    }

    /** Returns the inputs from this endpoint's options. */
    EndpointInputs inputs() {
        return EndpointInputs.of(this, ambiguous);
    }

    /** @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed */
    SendSettings sendSettings() {
        CliqtelComponent component = getComponent();
        SendRequestReader requests = SendRequestReader.of(this, component, inputs(), component::webhookUrl);
        return SendSettings.of(getSend(), getText(), requests);
    }

    private ConnectionSettings connectionSettings() {
        return ConnectionSettings.of(getConnection(), getComponent().isUseGlobalSslContextParameters());
    }

    /** Records whether a number in the endpoint's URI begins with a plus or a blank. */
    void written(String option, Object value, UriValues text) {
        boolean recipient = UriValues.isSame("to", option);
        if ((recipient || UriValues.isSame("from", option)) && text.isAmbiguous(option, value)) {
            ambiguous.addAll(Parameter.ofOption(option));
        }
        if (recipient && does == CliqtelOperation.SEND && UriValues.beginsLikeABlank(value)) {
            shared = false;
        }
    }

    /**
     * Returns whether Camel may use this endpoint for each URI with the same normalized form. False if the recipient begins with a
     * plus or a blank outside of {@code RAW(...)}, because numbers of two countries may have the same normalized form.
     */
    @Override
    public boolean isSingleton() {
        return shared;
    }

    @Override
    public boolean isSingletonProducer() {
        return true;
    }

    @Override
    public String getServiceUrl() {
        return does.consumes()
                ? WebhookSettings.path(getWebhook())
                : getConnection().getBaseUrl();
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
}
