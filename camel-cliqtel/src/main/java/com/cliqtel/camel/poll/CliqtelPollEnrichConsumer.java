/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

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

    private final PollSettings settings;
    private final PolledInbox polled;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopping = lock.newCondition();

    /** @param inboxes returns the inboxes of the component, as of its last start */
    public CliqtelPollEnrichConsumer(
            Endpoint endpoint, EndpointServices services, Supplier<InboxRegistry> inboxes, PollSettings settings) {
        super(endpoint);
        this.settings = settings;
        this.polled = new PolledInbox(services, settings, () -> inboxes.get().shared(services, settings));
    }

    @Override
    protected void doStart() {
        polled.account().start();
    }

    @Override
    protected void doStop() {
        lock.lock();
        try {
            stopping.signalAll();
        } finally {
            lock.unlock();
        }
        polled.stop();
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
            polled.account().enter();
            long ends = System.nanoTime()
                    + Duration.ofMillis(Math.min(timeoutMillis, TimeUnit.DAYS.toMillis(36_500)))
                            .toNanos();
            Optional<NewMessage> message = polled.inbox().one();
            while (message.isEmpty() && isRunAllowed() && ends - System.nanoTime() > 0) {
                long nanos =
                        Math.min(TimeUnit.NANOSECONDS.convert(settings.inbox().pause()), ends - System.nanoTime());
                stopping.awaitNanos(Math.max(1, nanos));
                message = isRunAllowed() ? polled.inbox().one() : Optional.empty();
            }
            return message.map(each -> polled.write(each, getEndpoint().createExchange(), getExceptionHandler()))
                    .orElse(null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw RuntimeCamelException.wrapRuntimeException(interrupted);
        } finally {
            polled.account().leave();
            lock.unlock();
        }
    }
}
