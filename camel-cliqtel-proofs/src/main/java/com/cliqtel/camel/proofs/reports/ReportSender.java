/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.reports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.simulator.Simulator;
import org.h2.jdbcx.JdbcConnectionPool;

/** Posts delivery reports to two nodes, shuffled and repeated, until each is accepted. */
public final class ReportSender {

    /** How many are under way at once. */
    public static final int CONNECTIONS = 16;

    private static final int MOST_COPIES = 5;
    private static final int ONE_FORGED_OF = 50;
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

    private final long seed;
    private final List<MessageHistory> histories;

    /** The same seed gives the same reports, as often, in the same order. */
    public ReportSender(long seed, int messages) {
        this.seed = seed;
        this.histories =
                LongStream.rangeClosed(1, messages).mapToObj(MessageHistory::of).toList();
    }

    /** Posts. */
    public ReportsResult run() throws Exception {
        ReportProcessor receiver = new ReportProcessor(seed);
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:reports" + seed, "", "");
        database.setMaxConnections(4 * CONNECTIONS);
        AtomicLong posts = new AtomicLong();
        AtomicLong forged = new AtomicLong();
        long began = System.nanoTime();
        try (Simulator cliqtel = Simulator.builder().start();
                ReceivingNode one = new ReceivingNode(new JdbcLedger(database), cliqtel.webhookSecret(), receiver);
                ReceivingNode other = new ReceivingNode(new JdbcLedger(database), cliqtel.webhookSecret(), receiver)) {
            List<String> urls = List.of(one.url(), other.url());
            Queue<String> bag = new ConcurrentLinkedQueue<>(bag());
            inParallel(() -> {
                for (String report = bag.poll(); report != null; report = bag.poll()) {
                    boolean taken = false;
                    while (!taken) {
                        long post = posts.incrementAndGet();
                        String url = urls.get((int) (post % urls.size()));
                        if (post % ONE_FORGED_OF == 0) {
                            forged.incrementAndGet();
                            cliqtel.forgeWebhook(url, report);
                        }
                        taken = cliqtel.sendWebhook(url, report).isAccepted();
                        if (!taken) {
                            LockSupport.parkNanos(PAUSE_NANOS);
                        }
                    }
                }
                return null;
            });
            return tally(receiver, posts, forged, answers(one, other), Duration.ofNanos(System.nanoTime() - began));
        } finally {
            database.dispose();
        }
    }

    private List<String> bag() {
        Random random = new Random(seed);
        List<String> bag = new ArrayList<>();
        for (MessageHistory story : histories) {
            for (int status = 0; status < story.statuses().size(); status++) {
                bag.addAll(Collections.nCopies(1 + random.nextInt(MOST_COPIES), story.report(status)));
            }
        }
        Collections.shuffle(bag, random);
        return bag;
    }

    private static void inParallel(java.util.concurrent.Callable<Void> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            for (Future<Void> done : threads.invokeAll(Collections.nCopies(CONNECTIONS, work))) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<String, Long> answers(ReceivingNode one, ReceivingNode other) {
        Map<String, Long> answers = new TreeMap<>(one.answers());
        other.answers().forEach((answer, count) -> answers.merge(answer, count, Long::sum));
        answers.values().removeIf(count -> count == 0);
        return answers;
    }

    private ReportsResult tally(
            ReportProcessor receiver, AtomicLong posts, AtomicLong forged, Map<String, Long> answers, Duration time) {
        int once = (int)
                receiver.successes.values().stream().filter(count -> count == 1).count();
        return new ReportsResult(
                histories.stream().mapToInt(story -> story.statuses().size()).sum(),
                posts.get(),
                receiver.runs.get(),
                receiver.failures.get(),
                once,
                receiver.successes.size() - once,
                histories.stream()
                        .filter(story -> !story.end().equals(receiver.states.get(story.id())))
                        .count(),
                receiver.stale.get(),
                forged.get(),
                receiver.forged.get(),
                answers,
                time);
    }
}
