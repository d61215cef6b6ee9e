/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.webhook.once.Deliveries;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.cliqtel.camel.fixture.WebhookServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What has been taken is renewed again and again, as long as there is somebody to renew it for. */
@Timeout(30)
class LeaseRenewalTest {

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
                waits);
        renewals.start();
        await().until(() -> times.get() > 3);
        assertThat(timer.asked).hasValue(Deliveries.RENEWAL.toNanos());
        renewals.stop();
        await().until(() -> waits.open() == 0);
    }

    @Test
    void itEndsWhenAllWaitingEnds() {
        LeaseRenewal renewals = new LeaseRenewal(times::incrementAndGet, waits);
        renewals.start();
        waits.close();
        await().until(() -> waits.open() == 0);
    }

    @Test
    void eachWebhookConsumerHasThem() throws Exception {
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

    /** Waits a millisecond for whatever it is asked. */
    private static final class Hurried extends ScheduledThreadPoolExecutor {

        private final java.util.concurrent.atomic.AtomicLong asked = new java.util.concurrent.atomic.AtomicLong();

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
