/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.account.AccountUse;
import com.cliqtel.camel.poll.inbox.NewMessage;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.PollingConsumerSupport;

/**
 * Polls one message when it is asked for one, for {@code pollEnrich} and {@code ConsumerTemplate}: nothing is fetched ahead,
 * and a message counts as received when the exchange it came to has ended. Between two polls of one waiting call there is the
 * endpoint's {@code delay}. Any number of them may share the messages.
 */
public final class CliqtelPollEnrichConsumer extends PollingConsumerSupport {

    private final CliqtelEndpoint endpoint;
    private final PollSource feed;
    private final AccountUse account;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopping = lock.newCondition();
    private InboxLease reading;

    public CliqtelPollEnrichConsumer(CliqtelEndpoint endpoint, PollSource feed) {
        super(endpoint);
        this.endpoint = endpoint;
        this.feed = feed;
        this.account = endpoint.services().use(this::open);
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
        if (reading != null) {
            reading.close();
        }
        reading = endpoint.share(feed);
    }

    @Override
    protected void doStop() {
        lock.lock();
        try {
            stopping.signalAll();
        } finally {
            lock.unlock();
        }
        if (reading != null) {
            reading.close();
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
            Optional<NewMessage> news = reading.inbox().one();
            while (news.isEmpty() && isRunAllowed() && ends - System.nanoTime() > 0) {
                long nanos = Math.min(TimeUnit.NANOSECONDS.convert(endpoint.pollDelay()), ends - System.nanoTime());
                stopping.awaitNanos(Math.max(1, nanos));
                news = isRunAllowed() ? reading.inbox().one() : Optional.empty();
            }
            return news.map(this::exchange).orElse(null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw RuntimeCamelException.wrapRuntimeException(interrupted);
        } finally {
            account.leave();
            lock.unlock();
        }
    }

    private Exchange exchange(NewMessage news) {
        endpoint.getComponent()
                .observers()
                .received(
                        endpoint.getOperation(),
                        feed.happened(news).map(reading.inbox()::nanosSince).orElse(-1L));
        Exchange exchange = endpoint.createExchange();
        feed.write(news, exchange.getMessage());
        exchange.getExchangeExtension()
                .addOnCompletion(new PollCompletion(reading.inbox(), news, getExceptionHandler()));
        return exchange;
    }
}
