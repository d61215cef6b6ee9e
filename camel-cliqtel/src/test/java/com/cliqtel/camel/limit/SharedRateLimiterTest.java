/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.limit.PermitRequests.call;
import static com.cliqtel.camel.limit.PermitRequests.done;
import static com.cliqtel.camel.limit.PermitRequests.refusal;
import static com.cliqtel.camel.limit.PermitRequests.take;
import static org.assertj.core.api.Assertions.assertThat;

/** Three nodes in virtual time, and a grid that comes and goes. */
class SharedRateLimiterTest {

    private static final int LIMIT = 60;
    private static final int NODES = 3;

    private final VirtualTime time = new VirtualTime();
    private final Grid grid = new Grid();
    private final List<Long> arrivals = new ArrayList<>();
    private final Random random = new Random(1);

    @Test
    void usesMostOfTheQuotaTogetherAndNeverMore() {
        saturate();
        time.pass(Duration.ofHours(6));
        assertThat(tooMany()).isNull();
        double used = arrivals.size() / (6.0 * 60 * LIMIT);
        System.out.printf("RATE shared, 3 nodes, 6 h: used %.1f %%%n", 100 * used);
        assertThat(used).isBetween(0.85, 0.90);
    }

    @Test
    void letsOneNodeUseWhatTheOthersDoNotNeed() {
        saturate(node());
        time.pass(Duration.ofHours(6));
        assertThat(arrivals.size() / (6.0 * 60 * LIMIT)).isGreaterThan(0.85);
        assertThat(tooMany()).isNull();
    }

    @Test
    void keepsToItsPartWithoutTheGrid() {
        grid.reachable = false;
        saturate();
        time.pass(Duration.ofMinutes(1));
        // others may have used the whole of this minute
        assertThat(arrivals).isEmpty();
        time.pass(Duration.ofMinutes(60));
        assertThat(arrivals.size()).isBetween(57 * LIMIT, 60 * LIMIT);
        assertThat(tooMany()).isNull();
    }

    @Test
    void keepsToItsPartEvenWhenAlone() {
        grid.reachable = false;
        saturate(node());
        time.pass(Duration.ofMinutes(61));
        assertThat(arrivals.size()).isBetween(57 * LIMIT / NODES, 60 * LIMIT / NODES);
    }

    @Test
    void comesBackWhenTheGridIs() {
        grid.reachable = false;
        saturate(node());
        time.pass(Duration.ofMinutes(30));
        grid.reachable = true;
        time.pass(Duration.ofMinutes(3));
        arrivals.clear();
        time.pass(Duration.ofMinutes(10));
        assertThat(arrivals.size()).isGreaterThan(10 * LIMIT * 8 / 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noWindowHoldsTooManyHoweverOftenTheGridComesAndGoes(long seed) {
        random.setSeed(seed);
        saturate();
        for (int i = 0; i < 200; i++) {
            time.pass(Duration.ofMillis(random.nextInt(random.nextBoolean() ? 5_000 : 200_000)));
            grid.reachable = !grid.reachable;
            grid.silent = random.nextBoolean();
        }
        assertThat(arrivals).hasSizeGreaterThan(1_000);
        assertThat(tooMany()).isNull();
    }

    @Test
    void servesByPurposeAndPassesASendThatWaits() {
        AccountRateLimiter node = node();
        time.pass(Duration.ofMinutes(2));
        take(node, call(), 5);
        time.passMillis(100);
        List<Purpose> served = new ArrayList<>();
        for (Purpose purpose : List.of(Purpose.CALL, Purpose.POLL, Purpose.RECONCILE)) {
            node.acquire(PermitRequests.of(purpose)).thenAccept(permit -> served.add(purpose));
        }
        time.pass(Duration.ofSeconds(10));
        assertThat(served).containsExactly(Purpose.RECONCILE, Purpose.POLL, Purpose.CALL);
    }

    @Test
    void computesNothingForACancelledRequest() {
        AccountRateLimiter node = node();
        time.pass(Duration.ofMinutes(2));
        take(node, call(), 5);
        time.passMillis(100);
        int drawn = grid.drawn;
        take(node, call(), 100).forEach(waiting -> waiting.cancel(false));
        time.pass(Duration.ofMinutes(2));
        // one was being drawn when they left
        assertThat(grid.drawn - drawn).isLessThanOrEqualTo(1);
    }

    @Test
    void holdsBackAfterA429() {
        AccountRateLimiter node = node();
        time.pass(Duration.ofMinutes(2));
        CompletableFuture<Permit> refused = node.acquire(call());
        time.passMillis(10);
        refused.join().completed(new QuotaObservation(60, 0, Duration.ofSeconds(31)));
        CompletableFuture<Permit> next = node.acquire(call());
        time.pass(Duration.ofSeconds(30));
        assertThat(next).isNotDone();
        time.pass(Duration.ofSeconds(2));
        assertThat(next).isDone();
    }

    @Test
    void refusesWhenTheLongestWaitHasPassedAndEndsAllOnceWhenClosed() {
        grid.reachable = false;
        AccountRateLimiter node = node();
        CompletableFuture<Permit> impatient = node.acquire(call(Duration.ofMillis(100)));
        List<CompletableFuture<Permit>> waiting = take(node, call(), 100);
        time.passMillis(99);
        assertThat(impatient).isNotDone();
        time.passMillis(1);
        assertThat(refusal(impatient)).isInstanceOf(NoPermitException.class);
        node.close();
        assertThat(done(waiting)).isEqualTo(100);
        assertThat(waiting).allMatch(ended -> refusal(ended) instanceof LimiterClosedException);
    }

    @Test
    void takesAQuotaThatThrowsForOneOutOfReach() {
        AccountRateLimiter node = node(new LimiterSettings(LIMIT, 10, 1), message -> {
            throw new IllegalStateException("the grid is gone");
        });
        CompletableFuture<Permit> waiting = node.acquire(call());
        time.passMillis(60_250);
        assertThat(waiting).isDone();
    }

    private AccountRateLimiter node() {
        return node(new LimiterSettings(LIMIT, 10, 1.0 / NODES), grid::draw);
    }

    private AccountRateLimiter node(LimiterSettings settings, SharedQuota quota) {
        return new AccountRateLimiter(new SharedPermitLimits(settings, quota, time), time, time);
    }

    private void saturate() {
        for (int i = 0; i < NODES; i++) {
            saturate(node());
        }
    }

    private void saturate(AccountRateLimiter node) {
        for (int i = 0; i < 20; i++) {
            again(node);
        }
    }

    private void again(AccountRateLimiter node) {
        boolean message = random.nextBoolean();
        node.acquire(new PermitRequest("account", Purpose.CALL, message, Duration.ofDays(1)))
                .thenAccept(permit -> {
                    again(node);
                    int latency = random.nextInt(100) == 0 ? 3_000 : 20 + random.nextInt(100);
                    int there = random.nextInt(latency);
                    time.after(TimeUnit.MILLISECONDS.toNanos(there), () -> arrivals.add(time.now()));
                    time.after(
                            TimeUnit.MILLISECONDS.toNanos(latency), () -> permit.completed(QuotaObservation.nothing()));
                });
    }

    private String tooMany() {
        return RequestSchedule.tooMany(arrivals, LIMIT, new Window(Duration.ofMinutes(1), Duration.ZERO));
    }

    /** A bucket of 5, and 56 in 64.25 s, a millisecond away. */
    private final class Grid {
        private static final long PERIOD = 64_250_000_000L / 56;
        private boolean reachable = true;
        private boolean silent;
        private long full = 4 * PERIOD;
        private int drawn;

        CompletableFuture<Long> draw(boolean message) {
            CompletableFuture<Long> answer = new CompletableFuture<>();
            if (reachable) {
                time.after(500_000, () -> {
                    long wait = Math.max(0, Math.max(full, time.now()) - 4 * PERIOD - time.now());
                    if (wait == 0) {
                        full = Math.max(full, time.now()) + PERIOD;
                        drawn++;
                    }
                    time.after(500_000, () -> answer.complete(wait));
                });
            } else if (!silent) {
                time.after(500_000, () -> answer.completeExceptionally(new IllegalStateException("no grid")));
            }
            return answer;
        }
    }
}
