/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.fixture.WebhookServer;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.cliqtel.camel.fixture.WebhookServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Leases are renewed again and again until the consumer stops and none are left. */
@Timeout(30)
class LeaseRenewalTest {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Hurried timer = new Hurried();
    private final TimedWaits waits = new TimedWaits(timer, Runnable::run);
    private final AtomicInteger times = new AtomicInteger();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void itGoesOnAlthoughOneFailedUntilItIsStopped() {
        LeaseRenewal renewals = new LeaseRenewal(
                () -> {
                    times.incrementAndGet();
                    throw new IllegalStateException("canary");
                },
                () -> false,
                EVERY,
                waits);
        renewals.start();
        await().until(() -> times.get() > 3);
        assertThat(timer.asked).hasValue(EVERY.toNanos());
        renewals.stop();
        await().until(() -> waits.open() == 0);
    }

    @Test
    void itEndsWhenAllWaitingEnds() {
        LeaseRenewal renewals = new LeaseRenewal(times::incrementAndGet, () -> false, EVERY, waits);
        renewals.start();
        waits.close();
        await().until(() -> waits.open() == 0);
    }

    @Test
    void eachWebhookConsumerHasOne() throws Exception {
        try (WebhookServer server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:webhook?webhookVerifyToken=" + SECRET).to("log:hook");
            }
        })) {
            CliqtelComponent component = server.context().getComponent("cliqtel", CliqtelComponent.class);
            assertThat(component.accounts().receiving().open()).isEqualTo(1);
        }
    }

    @Test
    void aStoppedOneGoesOnWhileLeasesAreLeft() {
        AtomicBoolean left = new AtomicBoolean(true);
        LeaseRenewal renewals = new LeaseRenewal(times::incrementAndGet, left::get, EVERY, waits);
        renewals.start();
        renewals.stop();
        int before = times.get();
        await().until(() -> times.get() > before + 3);
        left.set(false);
        await().until(() -> waits.open() == 0);
    }

    @Test
    void aStoppedOneEndsAfterItsWait() {
        LeaseRenewal renewals = new LeaseRenewal(times::incrementAndGet, () -> false, EVERY, waits);
        renewals.start();
        renewals.stop();
        await().until(() -> waits.open() == 0);
        int before = times.get();
        timer.shutdown();
        await().until(timer::isTerminated);
        assertThat(times).hasValue(before);
    }

    /** Waits a millisecond instead of the requested time. */
    private static final class Hurried extends ScheduledThreadPoolExecutor {

        private final AtomicLong asked = new AtomicLong();

        Hurried() {
            super(1);
        }

        @Override
        public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
            asked.set(unit.toNanos(delay));
            return super.schedule(task, 1, TimeUnit.MILLISECONDS);
        }
    }
}
