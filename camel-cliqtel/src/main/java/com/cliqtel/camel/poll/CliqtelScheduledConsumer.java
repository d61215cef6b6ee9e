/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

import com.cliqtel.camel.account.AccountUse;
import com.cliqtel.camel.account.EndpointServices;
import com.cliqtel.camel.exchange.AbortedExchange;
import com.cliqtel.camel.observe.CallEnd;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.poll.inbox.Inbox;
import com.cliqtel.camel.poll.inbox.NewMessage;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.apache.camel.util.CastUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls messages, and gives the route what is new of them, oldest first and one after the other. What the route fails at is
 * offered again.
 */
@ManagedResource(description = "Managed Cliqtel polling consumer")
public final class CliqtelScheduledConsumer extends ScheduledBatchPollingConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(CliqtelScheduledConsumer.class);

    private final EndpointServices services;
    private final Supplier<InboxRegistry> inboxes;
    private final PollSettings settings;
    private final AccountUse account;
    private volatile LastPoll lastPoll;
    // read by JMX
    private volatile InboxLease lease;

    /** @param inboxes returns the inboxes of the component, as of its last start */
    public CliqtelScheduledConsumer(
            DefaultEndpoint endpoint,
            Processor processor,
            EndpointServices services,
            Supplier<InboxRegistry> inboxes,
            PollSettings settings) {
        super(endpoint, processor);
        this.services = services;
        this.inboxes = inboxes;
        this.settings = settings;
        this.account = services.use(this::open);
        setMaxMessagesPerPoll(settings.maxMessagesPerPoll() == Integer.MAX_VALUE ? 0 : settings.maxMessagesPerPoll());
    }

    @Override
    protected void doBuild() throws Exception {
        // replaces Camel's check
        setHealthCheck(new PollHealth(this, this::lastPoll));
        super.doBuild();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        // the endpoint's own default differs from Camel's
        setDelay(getTimeUnit().convert(settings.inbox().pause()));
    }

    @Override
    protected void doStart() throws Exception {
        // before the scheduler, which may poll at once
        try {
            account.enter();
        } catch (RuntimeException wrong) {
            account.leave();
            throw wrong;
        }
        super.doStart();
    }

    private void open() {
        if (lease != null) {
            lease.close();
        }
        lease = inboxes.get().exclusive(services, settings);
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        if (lease != null) {
            lease.close();
        }
        account.leave();
    }

    @Override
    protected int poll() {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        Observers observers = services.observers();
        String operation = settings.topic().purpose();
        int given = 0;
        try {
            account.enter();
            given = read(lease.inbox());
            observers.polled(operation, CallEnd.ANSWERED, given);
            LOG.debug("{}: the route was given {} message(s)", operation, given);
            return given;
        } catch (RuntimeException failed) {
            observers.polled(operation, CallEnd.of(failed), 0);
            throw failed;
        } finally {
            account.leave();
            lastPoll = new LastPoll(InstantSource.system().instant(), given);
        }
    }

    private int read(Inbox inbox) {
        int size = Math.min(inbox.refill(), settings.maxMessagesPerPoll());
        try {
            return give(inbox, size);
        } finally {
            inbox.save();
        }
    }

    /** When the last poll ended; null before the first. */
    @ManagedAttribute(description = "When the last poll ended")
    public String getLastPollTime() {
        return lastPoll().map(poll -> poll.at().toString()).orElse(null);
    }

    /** How many messages the last poll gave to the route. */
    @ManagedAttribute(description = "How many messages the last poll gave to the route")
    public int getLastPollMessages() {
        return lastPoll().map(LastPoll::messages).orElse(0);
    }

    /** How many status changes the option statuses has left out since the route's start. */
    @ManagedAttribute(description = "How many status changes the option statuses has left out since the route's start")
    public long getFilteredMessages() {
        return Optional.ofNullable(lease).map(open -> open.inbox().leftOut()).orElse(0L);
    }

    /** Why the last poll failed; null when it didn't. */
    @ManagedAttribute(description = "Why the last poll failed")
    public String getLastPollError() {
        return getLastError() == null ? null : getLastError().toString();
    }

    /** The time that lease has come to; null before the first poll, and while no message has been seen. */
    @ManagedAttribute(description = "The time that lease has come to")
    public String getPosition() {
        return Optional.ofNullable(lease)
                .flatMap(open -> open.inbox().cursor())
                .map(Instant::toString)
                .orElse(null);
    }

    /** The last poll, however it ended; empty before the first. */
    Optional<LastPoll> lastPoll() {
        return Optional.ofNullable(lastPoll);
    }

    // the next is claimed before this one is given, so that the last is known to be the last
    private int give(Inbox inbox, int size) {
        int given = 0;
        Lookahead ahead = size == 0 ? Lookahead.NOTHING : Lookahead.at(inbox);
        while (ahead.next().isPresent() && isBatchAllowed()) {
            NewMessage message = ahead.next().get();
            ahead = given + 1 < size ? Lookahead.at(inbox) : Lookahead.NOTHING;
            pendingExchanges = size - given - 1;
            process(exchange(message, new Batch(given++, size, ahead.next().isEmpty())));
        }
        ahead.next().ifPresent(inbox::giveBack);
        ahead.failure().ifPresent(failure -> {
            throw failure;
        });
        return given;
    }

    /**
     * What comes after the one at hand.
     *
     * @param next the next, if there is one
     * @param failure why that cannot be known: said when the one at hand has been given
     */
    private record Lookahead(Optional<NewMessage> next, Optional<RuntimeException> failure) {

        static final Lookahead NOTHING = new Lookahead(Optional.empty(), Optional.empty());

        static Lookahead at(Inbox inbox) {
            try {
                return new Lookahead(inbox.next(), Optional.empty());
            } catch (RuntimeException failure) {
                return new Lookahead(Optional.empty(), Optional.of(failure));
            }
        }
    }

    /** Where an exchange is among those of one poll. */
    private record Batch(int index, int size, boolean isComplete) {}

    private Exchange exchange(NewMessage message, Batch batch) {
        observed(message);
        Exchange exchange = createExchange(true);
        settings.source().write(message, exchange.getMessage());
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, batch.index());
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, batch.size());
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, batch.isComplete());
        exchange.getExchangeExtension()
                .addOnCompletion(new PollCompletion(lease.inbox(), message, getExceptionHandler()));
        return exchange;
    }

    private void observed(NewMessage message) {
        long lag = settings.source()
                .happened(message)
                .map(lease.inbox()::nanosSince)
                .orElse(-1L);
        services.observers().received(settings.topic().purpose(), lag);
    }

    private void process(Exchange exchange) {
        try {
            // waits for asynchronous routes, so that messages stay in order
            getProcessor().process(exchange);
        } catch (Exception | Error thrown) {
            AbortedExchange.end(exchange, thrown);
        }
    }

    @Override
    public int processBatch(Queue<Object> exchanges) {
        int processed = 0;
        for (Exchange exchange : CastUtils.<Exchange>cast(exchanges)) {
            process(exchange);
            processed++;
        }
        return processed;
    }
}
