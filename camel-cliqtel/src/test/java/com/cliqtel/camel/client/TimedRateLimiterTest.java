/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import com.cliqtel.camel.limit.Permit;
import com.cliqtel.camel.limit.PermitRequest;
import com.cliqtel.camel.limit.PermitTicket;
import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.limit.QuotaObservation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimedRateLimiterTest {

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final CompletableFuture<Permit> promised = new CompletableFuture<>();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final TimedRateLimiter limiter = new TimedRateLimiter(
            request -> new PermitTicket() {
                @Override
                public CompletableFuture<Permit> permit() {
                    return promised;
                }

                @Override
                public boolean cancel() {
                    cancelled.incrementAndGet();
                    return false;
                }
            },
            new TimedWaits(timer, Runnable::run));

    @AfterEach
    void close() {
        timer.shutdownNow();
    }

    private PermitTicket request() {
        return limiter.acquire(new PermitRequest("account", Purpose.CALL, false, Duration.ZERO));
    }

    @Test
    void aTicketFailsWhenTheLimiterForgetsIt() {
        assertThat(request().permit())
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(TimeoutException.class);
        assertThat(promised).as("the limiter's own future").isNotDone();
    }

    @Test
    void aPermitThatComesAfterACancellationIsGivenBack() {
        AtomicInteger unused = new AtomicInteger();
        PermitTicket ticket = request();
        assertThat(ticket.cancel()).isTrue();
        assertThat(cancelled).hasValue(1);
        promised.complete(new Permit() {
            @Override
            public void completed(QuotaObservation observed) {}

            @Override
            public void unused() {
                unused.incrementAndGet();
            }
        });
        assertThat(unused).hasValue(1);
    }

    @Test
    void aPermitThatWasGivenStays() {
        promised.complete(observed -> {});
        PermitTicket ticket = request();
        assertThat(ticket.cancel()).isFalse();
        assertThat(ticket.permit()).isCompleted();
    }
}
