/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Requests over time, and the least favourable times at which a server may count them. */
record RequestSchedule(LimiterSettings rates, List<Step> steps) {

    private static final Duration[] PATIENCE = {Duration.ZERO, Duration.ofSeconds(5), Duration.ofHours(9)};

    /**
     * One request.
     *
     * @param pause milliseconds after the one before
     * @param latency milliseconds from its start to its completion, or to its timeout
     * @param counted when in between the server counts it, in percent
     * @param impatience after how many milliseconds it is cancelled; negative for never
     */
    record Step(
            long pause, long latency, int counted, PermitRequest demand, long impatience, QuotaObservation observed) {}

    /** When the server counted: all requests, and sends. */
    record Counted(List<Long> requests, List<Long> messages) {}

    Counted run() {
        VirtualTime time = new VirtualTime(steps.size() % 2 == 0 ? Long.MAX_VALUE : Long.MIN_VALUE);
        AccountRateLimiter limiter = new AccountRateLimiter(new LocalQuota(rates), time, time);
        Counted counted = new Counted(new ArrayList<>(), new ArrayList<>());
        long at = 0;
        for (Step step : steps) {
            at += millis(step.pause());
            time.after(at, () -> start(step, limiter, time, counted));
        }
        time.pass(Duration.ofHours(10));
        counted.requests().sort(null);
        counted.messages().sort(null);
        return counted;
    }

    private static void start(Step step, AccountRateLimiter limiter, VirtualTime time, Counted counted) {
        CompletableFuture<Permit> future = limiter.acquire(step.demand());
        if (step.impatience() >= 0) {
            time.after(millis(step.impatience()), () -> future.cancel(false));
        }
        future.thenAccept(permit -> {
            long latency = millis(step.latency());
            long arrival = time.now() + latency / 100 * step.counted();
            counted.requests().add(arrival);
            if (step.demand().message()) {
                counted.messages().add(arrival);
            }
            time.after(latency, () -> permit.completed(step.observed()));
        });
    }

    /** Null when no window of the length holds more than so many; else what is wrong. */
    static String tooMany(List<Long> arrivals, int limit, Window window) {
        long shortest = window.length().plus(window.margin()).toNanos();
        for (int i = limit; i < arrivals.size(); i++) {
            long span = arrivals.get(i) - arrivals.get(i - limit);
            if (span < shortest) {
                return (limit + 1) + " were counted within " + Duration.ofNanos(span) + ", the last at "
                        + Duration.ofNanos(arrivals.get(i));
            }
        }
        return null;
    }

    String wrong() {
        Counted counted = run();
        String minute = tooMany(counted.requests(), rates.requestsPerMinute(), rates.minute());
        return minute != null ? minute : tooMany(counted.messages(), rates.messagesPerSecond(), rates.second());
    }

    static RequestSchedule random(Random random) {
        LimiterSettings rates = new LimiterSettings(1 + random.nextInt(6), 1 + random.nextInt(3), 1);
        int density = 1 + random.nextInt(20_000);
        int slowness = 1 + random.nextInt(5_000);
        boolean talkative = random.nextInt(4) == 0;
        List<Step> steps = new ArrayList<>();
        for (int i = 10 + random.nextInt(40); i > 0; i--) {
            steps.add(step(random, density, slowness, talkative));
        }
        return new RequestSchedule(rates, steps);
    }

    private static Step step(Random random, int density, int slowness, boolean talkative) {
        Purpose[] purposes = Purpose.values();
        PermitRequest demand = new PermitRequest(
                "account",
                purposes[random.nextInt(purposes.length)],
                random.nextBoolean(),
                PATIENCE[random.nextInt(PATIENCE.length)]);
        return new Step(
                random.nextInt(3) == 0 ? random.nextInt(density) : 0,
                random.nextInt(10) == 0 ? random.nextInt(100_000) : random.nextInt(slowness),
                new int[] {0, 100, random.nextInt(101)}[random.nextInt(3)],
                demand,
                random.nextInt(5) == 0 ? random.nextInt(90_000) : -1,
                talkative ? said(random) : QuotaObservation.nothing());
    }

    private static QuotaObservation said(Random random) {
        return new QuotaObservation(
                random.nextBoolean() ? null : random.nextInt(12) - 2,
                random.nextBoolean() ? null : random.nextInt(12) - 2,
                random.nextInt(5) > 0 ? null : Duration.ofSeconds(random.nextInt(2_000) - 10));
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
