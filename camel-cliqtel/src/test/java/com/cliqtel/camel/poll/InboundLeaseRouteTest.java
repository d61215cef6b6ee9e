/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.fixture.ForwardingLedger;
import com.cliqtel.camel.fixture.OwnThread;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.poll.inbox.Inbox;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The leases of messages on several nodes that share a ledger, by a clock of the test. */
@Timeout(60)
class InboundLeaseRouteTest {

    private static final Duration LEASE = Inbox.RENEWAL.multipliedBy(4);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger renewals = new AtomicInteger();
    private final Ledger ledger =
            new ForwardingLedger(MemoryLedger.withClock(MemoryLedger.DEFAULT_CAPACITY, nanos::get)) {
                @Override
                public boolean renew(Hold hold, Duration lease, String record) {
                    boolean renewed = super.renew(hold, lease, record);
                    renewals.incrementAndGet();
                    return renewed;
                }
            };

    @SimulatedAccount
    private Cliqtel cliqtel;

    private final Node one = new Node();
    private final Node two = new Node();
    private final Node three = new Node();

    /** A node with a route that stops at each message until the test lets it continue. */
    private final class Node {

        private final CountDownLatch started = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicInteger delivered = new AtomicInteger();
        private CamelContext context;
        private boolean fails;

        private Node start(boolean isHurried) throws Exception {
            return start(isHurried, "direct:work");
        }

        private Node start(boolean isHurried, String next) throws Exception {
            context = TestAccount.contextFor(cliqtel.simulator());
            if (isHurried) {
                context.getExecutorServiceManager().setThreadPoolFactory(new HurriedTimers());
            }
            component().getLedger().setLedger(ledger);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("cliqtel:inbound?startScheduler=false&startFrom=beginning")
                            .routeId("in")
                            .errorHandler(noErrorHandler())
                            .to(next);
                    from(next).errorHandler(noErrorHandler()).process(Node.this::process);
                }
            });
            context.start();
            return this;
        }

        private void process(Exchange exchange) throws InterruptedException {
            delivered.incrementAndGet();
            started.countDown();
            goOn.await();
            if (fails) {
                throw new IllegalStateException("not now");
            }
        }

        private CliqtelComponent component() {
            return context.getComponent("cliqtel", CliqtelComponent.class);
        }

        private void poll() {
            ((ScheduledPollConsumer) context.getRoute("in").getConsumer()).run();
        }

        /** Polls until the route has the message. */
        private CompletableFuture<?> pollUntilStarted() throws InterruptedException {
            CompletableFuture<?> polling = OwnThread.run(() -> {
                poll();
                return null;
            });
            started.await();
            return polling;
        }
    }

    @AfterEach
    void close() throws Exception {
        for (Node node : new Node[] {one, two, three}) {
            node.goOn.countDown();
            if (node.context != null) {
                node.context.close();
            }
        }
    }

    private void receive() {
        cliqtel.simulator().receive(TestAccount.TO, TestAccount.FROM, "canary");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void awaitARenewal() {
        // the next one may have begun already
        int before = renewals.get();
        await().until(() -> renewals.get() > before + 1);
    }

    @Test
    void aRouteMayRunLongerThanALease() throws Exception {
        receive();
        one.start(true);
        two.start(false);
        CompletableFuture<?> polling = one.pollUntilStarted();
        for (int times = 0; times < 5; times++) {
            pass(LEASE.minusNanos(1));
            awaitARenewal();
            two.poll();
            assertThat(two.delivered).hasValue(0);
        }
        one.goOn.countDown();
        polling.join();
        pass(LEASE);
        two.poll();
        assertThat(two.delivered).hasValue(0);
    }

    @Test
    void aPausedNodeThatFailsFreesNothingOfAnotherNode() throws Exception {
        receive();
        one.start(false).fails = true;
        CompletableFuture<?> polling = one.pollUntilStarted();
        pass(LEASE);
        CompletableFuture<?> resumed = two.start(false).pollUntilStarted();
        one.goOn.countDown();
        polling.join();
        three.start(false).poll();
        assertThat(three.delivered).hasValue(0);
        two.goOn.countDown();
        resumed.join();
        pass(LEASE);
        three.poll();
        assertThat(three.delivered).hasValue(0);
    }

    @Test
    void aPausedNodeThatSucceedsClosesNothingOfAnotherNode() throws Exception {
        receive();
        one.start(false);
        CompletableFuture<?> polling = one.pollUntilStarted();
        pass(LEASE);
        two.start(false).fails = true;
        CompletableFuture<?> resumed = two.pollUntilStarted();
        one.goOn.countDown();
        polling.join();
        two.goOn.countDown();
        resumed.join();
        three.goOn.countDown();
        three.start(false).poll();
        assertThat(three.delivered).as("the other node failed").hasValue(1);
    }

    @Test
    void aStoppedRouteRenewsNothing() throws Exception {
        one.start(true);
        assertThat(one.component().accounts().receiving().open()).isPositive();
        one.context.getRouteController().stopRoute("in");
        await().until(() -> one.component().accounts().receiving().open() == 0);
    }

    @Test
    void aMessageThatOutlivesItsStoppedRouteIsRenewed() throws Exception {
        receive();
        one.start(true, "seda:work");
        two.start(false);
        one.poll();
        one.started.await();
        one.context.getRouteController().stopRoute("in");
        for (int times = 0; times < 3; times++) {
            pass(LEASE.minusNanos(1));
            awaitARenewal();
        }
        two.poll();
        assertThat(two.delivered).hasValue(0);
        one.goOn.countDown();
        await().until(() -> one.component().accounts().receiving().open() == 0);
        pass(LEASE);
        two.poll();
        assertThat(two.delivered).hasValue(0);
    }

    /** Waits a millisecond instead of the time between two renewals. */
    private static final class HurriedTimers extends DefaultThreadPoolFactory {

        @Override
        public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory threads) {
            return new ScheduledThreadPoolExecutor(profile.getPoolSize(), threads) {
                @Override
                public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
                    return unit.toNanos(delay) == Inbox.RENEWAL.toNanos()
                            ? super.schedule(task, 1, TimeUnit.MILLISECONDS)
                            : super.schedule(task, delay, unit);
                }
            };
        }
    }
}
