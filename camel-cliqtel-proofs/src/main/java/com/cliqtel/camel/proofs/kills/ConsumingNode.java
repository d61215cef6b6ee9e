/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import com.cliqtel.camel.simulator.Simulator;

/** A {@link ConsumingProcess} with what it has said. Used by one thread. */
final class ConsumingNode implements AutoCloseable {

    private static final long AT_MOST = TimeUnit.SECONDS.toNanos(60);

    private final Simulator simulator;
    private final ChildProcess child;
    private final String url;
    private final List<List<String>> said = new ArrayList<>();
    private boolean polling;

    private ConsumingNode(Simulator simulator, ChildProcess child) throws InterruptedException {
        this.simulator = simulator;
        this.child = child;
        this.url = await(words -> words.get(0).equals("READY"), () -> {}).get(1);
    }

    static ConsumingNode start(Simulator simulator, String database, Path log)
            throws IOException, InterruptedException {
        return new ConsumingNode(
                simulator,
                ChildProcess.start(
                        ConsumingProcess.class,
                        log,
                        simulator.baseUrl().toString(),
                        simulator.apiKey(),
                        simulator.webhookSecret(),
                        database));
    }

    ChildProcess process() {
        return child;
    }

    /** Lets it stop at a call. */
    void stopAt(ConsumedKind kind, LedgerStop stop) {
        child.tell(ConsumingProcess.STOP + "\t" + kind.purpose() + "\t" + stop);
    }

    /** Hands over an item without waiting for its end. One poll runs at a time. */
    void deliver(ConsumedItem item) {
        if (item.kind() == ConsumedKind.INBOUND) {
            if (!polling) {
                polling = true;
                child.tell(ConsumingProcess.POLL);
            }
            return;
        }
        Thread post = new Thread(() -> simulator.sendWebhook(url, item.report()), "report");
        post.setDaemon(true);
        post.start();
    }

    /** Hands over an item until the process answers that it is done, and waits for that. */
    void deliverToTheEnd(ConsumedItem item) throws InterruptedException {
        if (item.kind() == ConsumedKind.INBOUND) {
            awaitEndOfPoll();
            deliver(item);
            awaitEndOfPoll();
            return;
        }
        long deadline = System.nanoTime() + AT_MOST;
        while (!simulator.sendWebhook(url, item.report()).isAccepted()) {
            checkTime(deadline);
            drain(200);
        }
        drain(1);
    }

    /** Waits until it says something new, and repeats an action meanwhile. */
    List<String> await(Predicate<List<String>> wanted, Runnable meanwhile) throws InterruptedException {
        long deadline = System.nanoTime() + AT_MOST;
        while (true) {
            Optional<List<String>> words = hear(500);
            if (words.filter(wanted).isPresent()) {
                return words.get();
            }
            if (words.isEmpty()) {
                meanwhile.run();
            }
            checkTime(deadline);
        }
    }

    private void checkTime(long deadline) {
        if (System.nanoTime() - deadline > 0) {
            throw new IllegalStateException("not there after a minute: " + said);
        }
    }

    private void awaitEndOfPoll() throws InterruptedException {
        long deadline = System.nanoTime() + AT_MOST;
        while (polling) {
            hear(500);
            checkTime(deadline);
        }
    }

    private void drain(long millis) throws InterruptedException {
        while (hear(millis).isPresent()) {
            // noted
        }
    }

    private Optional<List<String>> hear(long millis) throws InterruptedException {
        Optional<List<String>> words = child.hear(millis);
        words.ifPresent(said::add);
        polling &= words.filter(these -> these.get(0).equals("ENDED")).isEmpty();
        return words;
    }

    /** Returns how often the route has run for an item. */
    int runs(ConsumedItem item) {
        return (int) said.stream()
                .filter(words -> words.equals(List.of("RAN", Long.toString(item.id()))))
                .count();
    }

    @Override
    public void close() {
        child.close();
    }
}
