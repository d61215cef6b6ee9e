/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.List;
import java.util.Map;
import javax.management.openmbean.TabularData;

import com.cliqtel.camel.account.AccountRegistry;
import com.cliqtel.camel.account.AccountState;
import com.cliqtel.camel.account.ApiKeys;
import com.cliqtel.camel.account.LimitSettings;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.monitor.ApiCallLog;
import com.cliqtel.camel.monitor.JmxTable;
import com.cliqtel.camel.monitor.MicrometerService;
import com.cliqtel.camel.observe.EventCounts;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.options.OptionBinding;
import com.cliqtel.camel.options.PipeText;
import com.cliqtel.camel.options.SecretProperties;
import com.cliqtel.camel.options.UriValues;
import com.cliqtel.camel.webhook.WebhookUrlRegistry;
import org.apache.camel.Endpoint;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.support.component.RawParameterHelper;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.PropertiesHelper;
import org.apache.camel.util.UnsafeUriCharactersEncoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes {@code cliqtel:} endpoints, and keeps what they share: one HTTP client and one limiter per account, however many
 * endpoints there are.
 */
@ManagedResource(description = "Managed Cliqtel component")
@Component("cliqtel")
public class CliqtelComponent extends CliqtelComponentOptions {

    private static final Logger LOG = LoggerFactory.getLogger(CliqtelComponent.class);

    private static final JmxTable UNKNOWNS = JmxTable.of(
            "unknowns",
            JmxTable.number("number"),
            JmxTable.text("account"),
            JmxTable.text("since"),
            JmxTable.text("to"),
            JmxTable.text("key"),
            JmxTable.text("state"),
            JmxTable.text("why"));

    private static final JmxTable ACCOUNTS = JmxTable.of(
            "accounts",
            JmxTable.text("account"),
            JmxTable.text("baseUrl"),
            JmxTable.number("quotaLeft"),
            JmxTable.number("permits"),
            JmxTable.number("permitsLeft"),
            JmxTable.number("waiting"),
            JmxTable.number("heldSeconds"),
            JmxTable.number("openSends"));

    private final Ledger memory = new MemoryLedger();
    private final WebhookUrlRegistry callbacks = new WebhookUrlRegistry();
    private final EventCounts counts = new EventCounts();
    private final Observers observers = Observers.of(counts, new ApiCallLog());
    // null until it has started
    private volatile AccountRegistry accounts;
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

    /** What endpoints share. */
    public AccountRegistry accounts() {
        if (accounts == null) {
            // Camel gives a component away before it has started: this waits for whoever starts it
            start();
        }
        return accounts;
    }

    /** Where the webhook consumers can be reached. */
    public WebhookUrlRegistry callbacks() {
        return callbacks;
    }

    /** What has happened since the component was made. */
    public EventCounts counts() {
        return counts;
    }

    /** Who is told of what happens. */
    public Observers observers() {
        return observers;
    }

    /** The component's ledger; where none is set, one in memory. */
    Ledger ledger() {
        return getLedger() != null ? getLedger() : memory;
    }

    /** From now on no SMS leaves, of whatever account; what only asks goes on. Forgotten when the component or its context restarts. */
    @ManagedOperation(
            description =
                    "No SMS leaves until resumeSending: exchanges wait up to their maxWait, then fail as throttled with"
                            + " nothing sent. Polls, lists and the search for unknown sends go on. A restart forgets it")
    public void pauseSending() {
        accounts().gate().shut();
        LOG.info("Sending is paused: no SMS leaves until it is resumed");
    }

    /** SMS leave again, first those that wait. */
    @ManagedOperation(description = "SMS leave again, first those that wait")
    public void resumeSending() {
        accounts().gate().open();
        LOG.info("Sending is resumed");
    }

    /** Whether no SMS leaves. */
    @ManagedAttribute(description = "Whether no SMS leaves, since sending is paused")
    public boolean isSendingPaused() {
        return accounts().gate().isShut();
    }

    /** How many exchanges wait for sending to be resumed. */
    @ManagedAttribute(description = "How many exchanges wait for sending to be resumed")
    public int getWaitingForResume() {
        return accounts().gate().waiting();
    }

    /** How many calls of all accounts wait for a permit. */
    @ManagedAttribute(description = "How many calls of all accounts wait for a permit of the quota")
    public int getWaitingForPermits() {
        return accounts().states().stream().mapToInt(AccountState::waiting).sum();
    }

    /** How many different SMS of all accounts are on their way. */
    @ManagedAttribute(description = "How many different SMS of all accounts are on their way, or being looked for")
    public int getOpenSends() {
        return accounts().states().stream().mapToInt(AccountState::openSends).sum();
    }

    /** How many SMS were accepted with an answer since the component was made. */
    @ManagedAttribute(description = "How many SMS were accepted, with an answer, since the component was made")
    public long getSmsAccepted() {
        return counts.accepted();
    }

    /** How many SMS that nobody had answered for were found. */
    @ManagedAttribute(description = "How many SMS that nobody had answered for were found in the list of messages")
    public long getSmsReconciled() {
        return counts.reconciled();
    }

    /** How many SMS were not sent again, because their key said that they had been. */
    @ManagedAttribute(
            description = "How many SMS were not sent again, because their idempotency key said that they had been")
    public long getSmsDuplicates() {
        return counts.duplicates();
    }

    /** How many sends ended unknown. */
    @ManagedAttribute(description = "How many sends ended unknown")
    public long getSmsUnknown() {
        return counts.unknown();
    }

    /** How many rows of lists could not be read and were skipped. */
    @ManagedAttribute(description = "How many rows of lists could not be read and were skipped")
    public long getSkippedRows() {
        return counts.skipped();
    }

    /** How many sends have ended unknown since the start and are not settled. */
    @ManagedAttribute(description = "How many sends have ended unknown since the start and are not settled")
    public int getOpenUnknowns() {
        return accounts().unknowns().size();
    }

    /** Those sends, a row each, the oldest first. */
    @ManagedOperation(
            description = "The sends that have ended unknown since the start and are not settled, the newest 1000")
    public TabularData unknowns() {
        return UNKNOWNS.with(accounts().unknowns().list().stream()
                .map(each -> new Object[] {
                    each.number(),
                    each.account(),
                    each.since().toString(),
                    each.to(),
                    each.key(),
                    each.state(),
                    each.why()
                })
                .toList());
    }

    /**
     * Settles an unknown send as sent: a redelivery with its key is told of this message, and sends nothing.
     *
     * @param number as {@link #unknowns()} shows it
     * @param messageId the message's id, which the API must show to be that SMS
     * @return what was done, for people
     */
    @ManagedOperation(
            description =
                    "Settles an unknown send, by its number in unknowns(), as the message with this id, once the API shows"
                            + " that it is that SMS. A redelivery with its idempotency key then sends nothing")
    public String resolveAsSent(long number, long messageId) {
        accounts().unknowns().resolveAsSent(number, messageId);
        LOG.info("The unknown send {} was settled by hand as message {}", number, messageId);
        return "The unknown send " + number + " is settled as message " + messageId;
    }

    /**
     * Settles an unknown send as not sent: a redelivery with its key sends it.
     *
     * @param number as {@link #unknowns()} shows it
     * @return what was done, for people
     */
    @ManagedOperation(
            description =
                    "Settles an unknown send, by its number in unknowns(), as not sent: its idempotency key is free, and a"
                            + " redelivery sends it. Look first: if it was sent after all, it is sent twice")
    public String resolveAsNotSent(long number) {
        accounts().unknowns().resolveAsNotSent(number);
        LOG.info("The unknown send {} was settled by hand as not sent", number);
        return "The unknown send " + number + " is settled as not sent: a redelivery sends it";
    }

    /** How often a call of each operation ended how, such as {@code send.rejected}. */
    @ManagedAttribute(description = "How often a call of each operation ended how, such as send.rejected")
    public Map<String, Long> getCalls() {
        return counts.calls();
    }

    /** The accounts that have been reached, a row each. */
    @ManagedOperation(description = "The accounts that have been reached, a row each")
    public TabularData accountStates() {
        return ACCOUNTS.with(accounts().states().stream()
                .map(account -> new Object[] {
                    account.name(),
                    account.baseUrl().toString(),
                    account.quotaLeft(),
                    account.permits(),
                    account.permitsLeft(),
                    account.waiting(),
                    account.heldSeconds(),
                    account.openSends()
                })
                .toList());
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
        ComponentCheck.check(this);
        AccountRegistry opened =
                new AccountRegistry(getCamelContext(), LimitSettings.of(this), observers, this::getApiKey);
        metering = new MicrometerService(
                getCamelContext(), observers, () -> opened.waits().open());
        ServiceHelper.startService(opened, metering);
        opened.keep(
                getWebhookVerifyToken() == null
                        ? List.of()
                        : ApiKeys.several("webhookVerifyToken", getWebhookVerifyToken()));
        accounts = opened;
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        // what ends with the accounts is still recorded
        ServiceHelper.stopService(accounts, metering);
    }
}
