/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import com.cliqtel.camel.account.AccountUse;
import com.cliqtel.camel.account.EndpointServices;
import com.cliqtel.camel.poll.inbox.NewMessage;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.PollingConsumerSupport;

/**
 * Polls one message for each call of {@code pollEnrich} or {@code ConsumerTemplate}. Nothing is fetched ahead, and a message
 * counts as received when its exchange has ended. A waiting call polls again after the endpoint's {@code delay}. Any number of
 * these consumers may share an inbox.
 */
public final class CliqtelPollEnrichConsumer extends PollingConsumerSupport {

    private final EndpointServices services;
    private final Supplier<InboxRegistry> inboxes;
    private final PollSettings settings;
    private final AccountUse account;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopping = lock.newCondition();
    private InboxLease lease;

    /** @param inboxes returns the inboxes of the component, as of its last start */
    public CliqtelPollEnrichConsumer(
            Endpoint endpoint, EndpointServices services, Supplier<InboxRegistry> inboxes, PollSettings settings) {
        super(endpoint);
        this.services = services;
        this.inboxes = inboxes;
        this.settings = settings;
        this.account = services.use(this::open);
    }

    @Override
    protected void doStart() {
        try {
            account.enter();
        } catch (RuntimeException wrong) {
            account.leave();
            throw wrong;
        }
    }

    private void open() {
        if (lease != null) {
            lease.close();
        }
        lease = inboxes.get().shared(services, settings);
    }

    @Override
    protected void doStop() {
        lock.lock();
        try {
            stopping.signalAll();
        } finally {
            lock.unlock();
        }
        if (lease != null) {
            lease.close();
        }
        account.leave();
    }

    @Override
    public Exchange receive() {
        return receive(Long.MAX_VALUE / 2);
    }

    @Override
    public Exchange receiveNoWait() {
        return receive(0);
    }

    @Override
    public Exchange receive(long timeoutMillis) {
        lock.lock();
        try {
            account.enter();
            long ends = System.nanoTime()
                    + Duration.ofMillis(Math.min(timeoutMillis, TimeUnit.DAYS.toMillis(36_500)))
                            .toNanos();
            Optional<NewMessage> message = lease.inbox().one();
            while (message.isEmpty() && isRunAllowed() && ends - System.nanoTime() > 0) {
                long nanos =
                        Math.min(TimeUnit.NANOSECONDS.convert(settings.inbox().pause()), ends - System.nanoTime());
                stopping.awaitNanos(Math.max(1, nanos));
                message = isRunAllowed() ? lease.inbox().one() : Optional.empty();
            }
            return message.map(this::exchange).orElse(null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw RuntimeCamelException.wrapRuntimeException(interrupted);
        } finally {
            account.leave();
            lock.unlock();
        }
    }

    private Exchange exchange(NewMessage message) {
        PollSource source = settings.source();
        services.observers()
                .received(
                        settings.topic().purpose(),
                        source.happened(message).map(lease.inbox()::nanosSince).orElse(-1L));
        Exchange exchange = getEndpoint().createExchange();
        source.write(message, exchange.getMessage());
        exchange.getExchangeExtension()
                .addOnCompletion(new PollCompletion(lease.inbox(), message, getExceptionHandler()));
        return exchange;
    }
}
