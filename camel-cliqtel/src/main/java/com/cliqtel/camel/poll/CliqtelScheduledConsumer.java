/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

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

/** Polls messages and passes new ones to the route one at a time, oldest first. A failed message is delivered again. */
@ManagedResource(description = "Managed Cliqtel polling consumer")
public final class CliqtelScheduledConsumer extends ScheduledBatchPollingConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(CliqtelScheduledConsumer.class);

    private final PollSettings settings;
    private final Observers observers;
    private final PolledInbox polled;
    private volatile LastPoll lastPoll;

    /** @param inboxes returns the inboxes of the component, as of its last start */
    public CliqtelScheduledConsumer(
            DefaultEndpoint endpoint,
            Processor processor,
            EndpointServices services,
            Supplier<InboxRegistry> inboxes,
            PollSettings settings) {
        super(endpoint, processor);
        this.settings = settings;
        this.observers = services.observers();
        this.polled = new PolledInbox(services, settings, () -> inboxes.get().exclusive(services, settings));
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
        polled.account().start();
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        polled.stop();
    }

    @Override
    protected int poll() {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        String operation = settings.topic().purpose();
        int delivered = 0;
        try {
            polled.account().enter();
            delivered = deliver(polled.inbox());
            observers.polled(operation, CallEnd.ANSWERED, delivered);
            LOG.debug("{}: {} message(s) passed to the route", operation, delivered);
            return delivered;
        } catch (RuntimeException failed) {
            observers.polled(operation, CallEnd.of(failed), 0);
            throw failed;
        } finally {
            polled.account().leave();
            lastPoll = new LastPoll(InstantSource.system().instant(), delivered);
        }
    }

    private int deliver(Inbox inbox) {
        int size = Math.min(inbox.refill(), settings.maxMessagesPerPoll());
        try {
            return deliver(inbox, size);
        } finally {
            inbox.save();
        }
    }

    // takes the next message before it delivers one, so that the last one is marked as the last
    private int deliver(Inbox inbox, int size) {
        int delivered = 0;
        Lookahead ahead = size == 0 ? Lookahead.NOTHING : Lookahead.at(inbox);
        while (ahead.next().isPresent() && isBatchAllowed()) {
            NewMessage message = ahead.next().get();
            ahead = delivered + 1 < size ? Lookahead.at(inbox) : Lookahead.NOTHING;
            pendingExchanges = size - delivered - 1;
            Exchange exchange = polled.write(message, createExchange(true), getExceptionHandler());
            exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, delivered++);
            exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
            exchange.setProperty(
                    ExchangePropertyKey.BATCH_COMPLETE, ahead.next().isEmpty());
            process(exchange);
        }
        ahead.next().ifPresent(inbox::giveBack);
        ahead.failure().ifPresent(failure -> {
            throw failure;
        });
        return delivered;
    }

    /** The message after the current one, or the failure to take it. The failure is thrown after the current delivery. */
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
        CastUtils.<Exchange>cast(exchanges).forEach(this::process);
        return exchanges.size();
    }

    /** Returns the last poll, successful or not; empty before the first. */
    Optional<LastPoll> lastPoll() {
        return Optional.ofNullable(lastPoll);
    }

    /** Returns the end of the last poll; null before the first. */
    @ManagedAttribute(description = "Time when the last poll ended")
    public String getLastPollTime() {
        return lastPoll().map(poll -> poll.at().toString()).orElse(null);
    }

    /** Returns the number of messages that the last poll passed to the route. */
    @ManagedAttribute(description = "Number of messages that the last poll passed to the route")
    public int getLastPollMessages() {
        return lastPoll().map(LastPoll::messages).orElse(0);
    }

    /** Returns the number of status changes that the option {@code statuses} has filtered out since the route's start. */
    @ManagedAttribute(description = "Status changes that the option statuses has filtered out since the route's start")
    public long getFilteredMessages() {
        return Optional.ofNullable(polled.inbox()).map(Inbox::leftOut).orElse(0L);
    }

    /** Returns the failure of the last poll; null if it succeeded. */
    @ManagedAttribute(description = "Failure of the last poll")
    public String getLastPollError() {
        return getLastError() == null ? null : getLastError().toString();
    }

    /** Returns the time up to which messages were read; null before the first poll, and while there is no message. */
    @ManagedAttribute(description = "Time up to which messages were read")
    public String getPosition() {
        return Optional.ofNullable(polled.inbox())
                .flatMap(Inbox::cursor)
                .map(Instant::toString)
                .orElse(null);
    }
}
