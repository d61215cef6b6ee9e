/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.limit.PermitRequests.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A quota for each account, and the contract of tickets and permits. */
class PerAccountRateLimiterTest {

    private static final Duration A_ROUND = Duration.ofMillis(60_250);

    private final VirtualTime time = new VirtualTime();
    private final PerAccountRateLimiter limiter = new PerAccountRateLimiter(new LimiterSettings(1, 0, 1), time, time);

    private PermitTicket request(String account) {
        return limiter.acquire(new PermitRequest(account, Purpose.CALL, false, Duration.ofDays(1)));
    }

    private static CompletableFuture<Permit> permit(PermitTicket ticket) {
        return ticket.permit().toCompletableFuture();
    }

    private Permit take(String account) {
        return permit(request(account)).join();
    }

    @Test
    void eachAccountHasAQuotaOfItsOwn() {
        take("a").completed(QuotaObservation.nothing());
        assertThat(permit(request("a"))).isNotDone();
        assertThat(permit(request("b"))).isDone();
        assertThat(limiter.usage("a")).contains(new LimiterUsage(1, 1, 1, Duration.ZERO));
        assertThat(limiter.usage("b")).contains(new LimiterUsage(0, 1, 1, Duration.ZERO));
    }

    @Test
    void a429OfOneAccountDoesNotDelayAnotherOne() {
        take("a").completed(new QuotaObservation(60, 0, Duration.ofMinutes(10)));
        time.pass(A_ROUND);
        assertThat(permit(request("a"))).isNotDone();
        assertThat(permit(request("b"))).isDone();
    }

    @Test
    void aCancelledTicketUsesNoPermit() {
        take("a").completed(QuotaObservation.nothing());
        PermitTicket cancelled = request("a");
        PermitTicket stays = request("a");
        assertThat(cancelled.cancel()).isTrue();
        assertThat(refusal(permit(cancelled))).isInstanceOf(CancellationException.class);
        time.pass(A_ROUND);
        assertThat(permit(stays)).isCompleted();
    }

    @Test
    void aTicketIsNotCancelledAfterItsPermitWasGiven() {
        PermitTicket given = request("a");
        assertThat(given.cancel()).isFalse();
        time.pass(A_ROUND);
        assertThat(permit(request("a"))).as("the permit is still in use").isNotDone();
        permit(given).join().unused();
        time.passMillis(0);
        assertThat(limiter.usage("a").orElseThrow().waiting()).isZero();
    }

    @Test
    void returnsAPermitOfACancelledRequest() {
        take("a").completed(QuotaObservation.nothing());
        permit(request("a")).completeExceptionally(new IllegalStateException("stopping"));
        PermitTicket next = request("a");
        time.pass(A_ROUND);
        assertThat(permit(next)).isCompleted();
    }

    @Test
    void aPermitThatIsNeverCompletedCountsAsCompletedAfterAnHour() {
        Permit lost = take("a");
        CompletableFuture<Permit> next = permit(request("a"));
        time.pass(Duration.ofHours(1).plus(A_ROUND).minusNanos(1));
        assertThat(next).isNotDone();
        time.pass(Duration.ofNanos(1));
        assertThat(next).isCompleted();
        lost.completed(new QuotaObservation(null, null, Duration.ofHours(1)));
        assertThat(limiter.usage("a")).contains(new LimiterUsage(0, 1, 1, Duration.ZERO));
    }

    @Test
    void anEndedAccountKeepsItsQuotaUntilItsPermitsAreFree() {
        Permit permit = take("a");
        limiter.accountEnded("a");
        assertThat(permit(request("a"))).as("in use").isNotDone();
        permit.completed(QuotaObservation.nothing());
        limiter.accountEnded("a");
        assertThat(limiter.usage("a").orElseThrow().inUse()).isEqualTo(1);
    }

    @Test
    void anEndedAccountIsForgottenWhenItsPermitsAreFree() {
        take("a").completed(QuotaObservation.nothing());
        limiter.accountEnded("a");
        assertThat(limiter).asString().contains("a=");
        time.pass(A_ROUND);
        take("b");
        assertThat(limiter).asString().doesNotContain("a=").contains("b=");
        assertThat(permit(request("a"))).isDone();
    }

    @Test
    void aClosedLimiterEndsAllTicketsOfAllAccounts() {
        take("a");
        take("b");
        PermitTicket a = request("a");
        PermitTicket b = request("b");
        limiter.close();
        assertThat(refusal(permit(a))).isInstanceOf(LimiterClosedException.class);
        assertThat(refusal(permit(b))).isInstanceOf(LimiterClosedException.class);
        assertThatThrownBy(() -> take("c")).hasCauseInstanceOf(LimiterClosedException.class);
    }

    @Test
    void anObservationIsNeverNull() {
        Permit permit = take("a");
        assertThatThrownBy(() -> permit.completed(null)).isInstanceOf(NullPointerException.class);
    }
}
