/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.cliqtel.camel.proofs.settings.TimeScale;
import com.cliqtel.camel.simulator.Simulator;

/** Sends everything with one policy, a hundred at a time, to an account of its own under faults. */
public final class SendsRun {

    /** How many are under way at once. */
    static final int IN_FLIGHT = 100;

    private static final Duration NEVER = Duration.ofDays(365);
    private static final long LONGEST_MINUTES = 30;

    private final long seed;
    private final TimeScale scale;
    private final Conditions conditions;
    private final List<LogicalSend> sends;

    /** The same seed gives the same texts, and the same faults to the same texts. */
    public SendsRun(long seed, int count, TimeScale scale, Conditions conditions) {
        this.scale = scale;
        this.seed = seed;
        this.conditions = conditions;
        this.sends = Workload.of(seed, count).stream().map(conditions::written).toList();
    }

    /** Sends. */
    public SendsResult with(SendPolicy policy) throws Exception {
        SendOutcomes endings = new SendOutcomes(sends.size());
        try (Simulator simulator = simulator();
                RefusedConnections refusals = new RefusedConnections(seed);
                ThreadMonitor threads = new ThreadMonitor();
                SmsClient client = policy.open(new SendTarget(simulator, refusals, scale, conditions.wall()))) {
            Duration time = sendAll(client, endings);
            // what is accepted very late shall be counted too
            pass(scale.latest().multipliedBy(2));
            CallStatistics traffic = new CallStatistics(simulator.calls());
            return new SendsResult(
                    policy,
                    sends.size(),
                    new SendComparison(sends, endings, simulator.messages(), conditions.form()),
                    traffic,
                    traffic.lastFaults(sends, endings, SendOutcome.Kind.UNKNOWN),
                    new SendsResult.Cost(time, refusals.count(), threads.peak(), threads.peakOfComponent()));
        }
    }

    private Simulator simulator() {
        return conditions
                .applyTo(Simulator.builder())
                .requestsPerMinute(0)
                .messagesPerSecond(0)
                .balance(new BigDecimal("1000000"))
                // so that no webhook is sent to the marks
                .deliveryTime(NEVER)
                .faults(new FaultMix(scale).seeded(seed))
                .start();
    }

    private Duration sendAll(SmsClient client, SendOutcomes endings) throws InterruptedException {
        Semaphore places = new Semaphore(IN_FLIGHT);
        CountDownLatch left = new CountDownLatch(sends.size());
        ExecutorService callers = Executors.newCachedThreadPool();
        long began = System.nanoTime();
        for (LogicalSend send : sends) {
            places.acquire();
            callers.execute(() -> client.send(send, ending -> {
                if (endings.ended(send, ending)) {
                    places.release();
                    left.countDown();
                }
            }));
        }
        left.await(LONGEST_MINUTES, TimeUnit.MINUTES);
        callers.shutdownNow();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void pass(Duration time) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }
}
