/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Generates what happens over time: sends, inbound messages, reads, restarts and storms. */
final class TrafficGenerator implements AutoCloseable {

    private static final List<String> READS = List.of("numbers", "message", "page", "stream");
    private static final int ORDERS_AN_INBOUND = 10;
    private static final double READ = 20;
    private static final double AGAIN = 30;

    private final SoakPlan plan;
    private final SoakAccount cliqtel;
    private final Counts counts;
    private final Outbox outbox;
    private final IdlePeriods idlePeriods;
    private final AtomicReference<ApplicationProcess> application = new AtomicReference<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger restarts = new AtomicInteger();
    // ends with the traffic; the other one goes on
    private final ScheduledExecutorService comes = Executors.newScheduledThreadPool(2);
    private final ScheduledExecutorService stays = Executors.newScheduledThreadPool(2);

    TrafficGenerator(SoakPlan plan, SoakAccount cliqtel, Counts counts) {
        this.plan = plan;
        this.cliqtel = cliqtel;
        this.counts = counts;
        this.outbox = new Outbox(plan.seed(), this::send);
        this.idlePeriods = new IdlePeriods(plan.intervals(), System::nanoTime);
    }

    /** Whether nothing new has come for so long that nothing should be left. */
    boolean hasRested() {
        return idlePeriods.isNearlyOver();
    }

    Outbox outbox() {
        return outbox;
    }

    void begin(ApplicationProcess started, ApplicationOutputListener listener) {
        application.set(started);
        Duration order = Duration.ofSeconds(1).dividedBy(plan.rate());
        for (int node = 0; node < SoakPlan.NODES; node++) {
            int place = node;
            Orders orders = new Orders(plan.seed() + node);
            come(order, () -> order(place, orders));
        }
        come(order.multipliedBy(ORDERS_AN_INBOUND).dividedBy(SoakPlan.NODES), () -> cliqtel.receive(counts));
        come(plan.timeScale().of(READ), () -> read(listener.lastSent()));
        come(plan.intervals().restart(), this::restart);
        come(plan.intervals().storm(), cliqtel::storm);
        every(stays, plan.timeScale().of(AGAIN), outbox::handAgain);
        every(comes, plan.intervals().sample(), () -> started.tell("SAMPLE"));
        every(stays, plan.intervals().sample(), () -> cliqtel.count(counts));
    }

    /** Nothing new comes from now on, and nothing goes wrong any more. */
    void end() throws InterruptedException {
        comes.shutdownNow();
        comes.awaitTermination(1, TimeUnit.MINUTES);
        cliqtel.calm();
    }

    private void come(Duration period, Runnable what) {
        every(comes, period, () -> {
            if (!idlePeriods.isIdle()) {
                what.run();
            }
        });
    }

    private static void every(ScheduledExecutorService timer, Duration period, Runnable work) {
        timer.scheduleAtFixedRate(work, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void order(int node, Orders orders) {
        Order order = orders.next(numbers.getAndIncrement());
        counts.sends.ordered(order);
        outbox.hand(node, order);
    }

    private void send(int node, Order order) {
        counts.sends.handedOver();
        application.get().tell("SEND", node, order.number(), order.key(), order.numberId(), order.to(), order.text());
    }

    private void read(long id) {
        int read = reads.getAndIncrement();
        int node = read % SoakPlan.NODES;
        String what = READS.get(read / SoakPlan.NODES % READS.size());
        boolean ofMessage = what.equals("message");
        if (!outbox.isDown(node) && (!ofMessage || id > 0)) {
            application.get().tell("READ", node, what, ofMessage ? id : "");
        }
    }

    private void restart() {
        if (!outbox.isAnyDown()) {
            int node = restarts.getAndIncrement() % SoakPlan.NODES;
            outbox.down(node);
            application.get().tell("RESTART", node);
        }
    }

    @Override
    public void close() {
        comes.shutdownNow();
        stays.shutdownNow();
    }
}
