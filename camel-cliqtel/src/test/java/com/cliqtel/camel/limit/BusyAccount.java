/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A Cliqtel account in virtual time that somebody calls without a pause, and others now and then: answers come after 20 to 120
 * ms, one in a hundred after up to 3 s, and the limiter's clock is 200 ppm off.
 */
final class BusyAccount {

    private static final int LIMIT = 60;
    private static final double CLOCK = 1 + 200e-6;
    private static final int IN_LINE = 20;

    final VirtualTime time = new VirtualTime();
    final Learning learning;
    private final ServerWindow minute;
    private final ServerWindow second;
    private final Random random;
    private final List<AccountRateLimiter> limiters = new ArrayList<>();
    private final boolean sends;
    private long heldUntil;
    int accepted;
    int refused;

    /** What of an answer the limiter is told. */
    enum Learning {
        NOTHING,
        /** Nothing, but the caller itself waits after a 429. */
        RETRY_AFTER,
        ALL
    }

    BusyAccount(ServerWindow.Opening kind, Learning learning, boolean sends, long seed) {
        this(kind, learning, sends, seed, 1);
    }

    /** Called from several places, of which each has its share. */
    BusyAccount(ServerWindow.Opening kind, Learning learning, boolean sends, long seed, int nodes) {
        this.learning = learning;
        this.sends = sends;
        this.minute = kind.open(LIMIT, TimeUnit.MINUTES.toNanos(1));
        this.second = kind.open(10, TimeUnit.SECONDS.toNanos(1));
        this.random = new Random(seed);
        open(nodes);
    }

    private void open(int nodes) {
        for (int i = 0; i < nodes; i++) {
            limiters.add(new AccountRateLimiter(
                    new LimiterSettings(LIMIT, 10, 1.0 / nodes),
                    () -> (long) (time.now() * CLOCK),
                    (nanos, task) -> time.after((long) Math.ceil(nanos / CLOCK), task)));
        }
    }

    /** All places that call end, and so many begin, with limiters that know nothing. */
    BusyAccount restart(int nodes) {
        limiters.forEach(AccountRateLimiter::close);
        limiters.clear();
        open(nodes);
        return this;
    }

    /** So many calls from all places together, as soon as they may. */
    BusyAccount burst(int calls) {
        for (int i = 0; i < calls; i++) {
            limiters.get(i % limiters.size())
                    .acquire(new PermitRequest("account", Purpose.CALL, sends, Duration.ofHours(1)))
                    .thenAccept(permit -> time.after(0, () -> call(permit)));
        }
        return this;
    }

    /** Calls as often as it may, from now on. */
    BusyAccount saturate() {
        for (AccountRateLimiter limiter : limiters) {
            for (int i = 0; i < IN_LINE; i++) {
                next(limiter);
            }
        }
        return this;
    }

    /** From now on, every 50 minutes somebody sees a 429 that nothing explains. */
    BusyAccount unexplained() {
        limiters.get(0)
                .acquire(new PermitRequest("account", Purpose.CALL, false, Duration.ofHours(1)))
                .thenAccept(permit -> permit.completed(new QuotaObservation(null, null, Duration.ZERO)));
        time.after(TimeUnit.MINUTES.toNanos(50), this::unexplained);
        return this;
    }

    /** Others call so often in a minute, from now on, when it pleases them. */
    BusyAccount others(int perMinute) {
        if (perMinute > 0) {
            long pause = (long) (-Math.log(1 - random.nextDouble()) * TimeUnit.MINUTES.toNanos(1) / perMinute);
            time.after(pause, () -> {
                minute.take(time.now());
                others(perMinute);
            });
        }
        return this;
    }

    BusyAccount run(Duration length) {
        time.pass(length);
        return this;
    }

    private void next(AccountRateLimiter limiter) {
        limiter.acquire(new PermitRequest("account", Purpose.CALL, sends, Duration.ofHours(1)))
                .whenComplete((permit, none) -> {
                    next(limiter);
                    time.after(
                            learning == Learning.RETRY_AFTER ? Math.max(0, heldUntil - time.now()) : 0,
                            () -> call(permit));
                });
    }

    private void call(Permit permit) {
        long latency = millis(random.nextInt(100) == 0 ? 120 + random.nextInt(2880) : 20 + random.nextInt(101));
        long there = (long) (latency * random.nextDouble());
        time.after(there, () -> arrive(permit, latency - there));
    }

    private void arrive(Permit permit, long back) {
        long now = time.now();
        boolean granted = minute.take(now) && (!sends || second.take(now));
        long retryAfter =
                TimeUnit.NANOSECONDS.toSeconds(Math.max(minute.retryAfter(now), sends ? second.retryAfter(now) : 0));
        Duration holdBack = granted ? null : Duration.ofSeconds(retryAfter + 1);
        QuotaObservation observed = new QuotaObservation(LIMIT, minute.remaining(now), holdBack);
        time.after(back, () -> answered(permit, observed));
    }

    private void answered(Permit permit, QuotaObservation observed) {
        if (observed.holdBack() == null) {
            accepted++;
        } else {
            refused++;
            heldUntil = Math.max(heldUntil, time.now() + observed.holdBack().toNanos());
        }
        permit.completed(learning == Learning.ALL ? observed : QuotaObservation.nothing());
    }

    /** Of what the account allows, how much was used. */
    double used() {
        return accepted / (time.now() / (double) TimeUnit.MINUTES.toNanos(1) * LIMIT);
    }

    double refusedPerHour() {
        return refused / (time.now() / (double) TimeUnit.HOURS.toNanos(1));
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
