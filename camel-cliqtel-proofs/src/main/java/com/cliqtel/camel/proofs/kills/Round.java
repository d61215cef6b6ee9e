/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import com.cliqtel.camel.simulator.Simulator;

/**
 * Some orders, handed over to one process after another over the same ledger. Each process is killed when every order has
 * come to its station, or is sent where it has none left; the last one when all are sent.
 */
final class Round {

    private static final long AT_MOST = TimeUnit.SECONDS.toNanos(90);

    private final Simulator simulator;
    private final String database;
    private final Path log;
    private final RandomGenerator random;
    private final List<Trial> trials;

    Round(Simulator simulator, String database, Path log, RandomGenerator random, List<Trial> trials) {
        this.simulator = simulator;
        this.database = database;
        this.log = log;
        this.random = random;
        this.trials = trials;
    }

    /**
     * Goes through all of it.
     *
     * @return how many processes were killed in the middle
     */
    int run() throws IOException, InterruptedException {
        int kills = 0;
        while (trials.stream().anyMatch(trial -> trial.station().isPresent())) {
            process();
            kills++;
        }
        process();
        return kills;
    }

    private void process() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + AT_MOST;
        try (Child child = Child.start(log, simulator.baseUrl().toString(), simulator.apiKey(), database)) {
            awaitReady(child, deadline);
            trials.forEach(trial -> trial.begin(trial.station()
                    .map(station -> station.watch(trial.order(), simulator.faults(), random))
                    .orElse(null)));
            while (!trials.stream().allMatch(Trial::isThere)) {
                trials.stream().filter(Trial::isToBeHandedOver).forEach(trial -> handOver(trial, child));
                child.hear(10).ifPresent(this::pass);
                checkTime(deadline);
            }
            child.kill().forEach(this::pass);
            trials.forEach(Trial::killed);
        }
    }

    private void awaitReady(Child child, long deadline) throws InterruptedException {
        while (child.hear(100).isEmpty()) {
            checkTime(deadline);
        }
    }

    private static void handOver(Trial trial, Child child) {
        trial.handedOver();
        child.handOver(trial.order(), trial.station().flatMap(Station::stop));
    }

    private void pass(List<String> words) {
        Optional<Trial> meant = trials.stream()
                .filter(trial -> trial.order().key().equals(words.get(1)))
                .findFirst();
        meant.orElseThrow(() -> new IllegalStateException("a process says what was not asked: " + words))
                .heard(words);
    }

    private void checkTime(long deadline) {
        if (System.nanoTime() - deadline > 0) {
            String late = trials.stream()
                    .filter(trial -> !trial.isThere())
                    .map(trial -> trial.step() + " [" + trial.firstAnswer() + "]")
                    .toList()
                    .toString();
            throw new IllegalStateException("not there after 90 s: " + late);
        }
    }
}
