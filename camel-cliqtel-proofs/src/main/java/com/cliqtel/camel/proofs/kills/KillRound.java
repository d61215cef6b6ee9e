/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

import com.cliqtel.camel.simulator.Simulator;

/**
 * Hands several SMS over to one process after another with the same ledger. Each process is killed when every SMS has reached its
 * interruption point or is sent. In a round of stops the last interrupted process is stopped, and continues after another process
 * has sent everything.
 */
final class KillRound {

    private static final long AT_MOST = TimeUnit.SECONDS.toNanos(90);

    private final Environment environment;
    private final StepGroup group;
    private final Interruption interruption;
    private final RandomGenerator random;
    private final List<Trial> trials;

    /**
     * What all processes of a round share.
     *
     * @param database its URL
     * @param log takes what they write to standard error
     */
    record Environment(Simulator simulator, String database, Path log) {}

    KillRound(Environment place, StepGroup group, Interruption way, RandomGenerator random, List<Trial> trials) {
        this.environment = place;
        this.group = group;
        this.interruption = way;
        this.random = random;
        this.trials = trials;
    }

    /**
     * Goes through all of it.
     *
     * @return how many processes were killed or stopped in the middle
     */
    int run() throws IOException, InterruptedException {
        int left = 0;
        while (trials.stream().anyMatch(trial -> trial.point().isPresent())) {
            left++;
            if (interruption == Interruption.STOPPED && trials.stream().allMatch(Trial::isAtLast)) {
                stop();
                return left;
            }
            kill();
        }
        kill();
        return left;
    }

    private void kill() throws IOException, InterruptedException {
        try (ChildProcess child = start()) {
            awaitReady(child);
            begin();
            until(Trial::isThere, child);
            child.kill().forEach(this::pass);
            trials.forEach(Trial::left);
        }
    }

    private void stop() throws IOException, InterruptedException {
        try (ChildProcess stopped = start();
                ChildProcess other = start()) {
            awaitReady(stopped);
            awaitReady(other);
            begin();
            until(Trial::isThere, stopped);
            stopped.stop();
            trials.forEach(Trial::left);
            begin();
            until(Trial::isThere, other);
            stopped.goOn();
            trials.forEach(Trial::goOn);
            until(Trial::hasEnded, stopped);
            // once more: a key that it had freed would be a second message
            begin();
            until(Trial::isThere, stopped);
        }
    }

    private ChildProcess start() throws IOException {
        return ChildProcess.start(
                SendingProcess.class,
                environment.log(),
                environment.simulator().baseUrl().toString(),
                environment.simulator().apiKey(),
                environment.database(),
                group.timing().name());
    }

    private void begin() {
        trials.forEach(trial -> trial.begin(trial.point()
                .map(point -> point.watch(trial.order(), environment.simulator().faults(), random))
                .orElse(null)));
    }

    private void until(Predicate<Trial> there, ChildProcess child) throws InterruptedException {
        long deadline = System.nanoTime() + AT_MOST;
        while (!trials.stream().allMatch(there)) {
            trials.stream().filter(Trial::isToBeHandedOver).forEach(trial -> handOver(trial, child));
            child.hear(10).ifPresent(this::pass);
            checkTime(deadline, there);
        }
    }

    private void awaitReady(ChildProcess child) throws InterruptedException {
        long deadline = System.nanoTime() + AT_MOST;
        while (child.hear(100).isEmpty()) {
            checkTime(deadline, Trial::isThere);
        }
    }

    private static void handOver(Trial trial, ChildProcess child) {
        trial.handedOver();
        child.handOver(trial.order(), trial.point().flatMap(InterruptionPoint::stop));
    }

    private void pass(List<String> words) {
        Optional<Trial> meant = trials.stream()
                .filter(trial -> trial.order().key().equals(words.get(1)))
                .findFirst();
        meant.orElseThrow(() -> new IllegalStateException("a process says what was not asked: " + words))
                .handle(words);
    }

    private void checkTime(long deadline, Predicate<Trial> there) {
        if (System.nanoTime() - deadline > 0) {
            String late = trials.stream()
                    .filter(there.negate())
                    .map(trial -> trial.step() + " [" + trial.firstAnswer() + "]")
                    .toList()
                    .toString();
            throw new IllegalStateException("not there after 90 s: " + late);
        }
    }
}
