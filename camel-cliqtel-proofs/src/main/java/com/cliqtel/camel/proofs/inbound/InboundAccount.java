/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.inbound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.time.ManualTime;
import com.cliqtel.camel.simulator.time.SimulatedTime;

/** A simulated account that receives messages, also at the moment when a page of a list is read. */
final class InboundAccount implements AutoCloseable {

    private static final List<String> SENDERS = List.of("MyBank", "4711", "+31687654321");
    private static final String NUMBER = "+16625163513";
    private static final Instant BEGINNING = Instant.parse("2026-04-03T10:15:30Z");

    private final ManualTime time = SimulatedTime.manual(BEGINNING);
    private final Random random;
    private final double perSecond;
    private final Simulator simulator;
    private final Set<Long> received = ConcurrentHashMap.newKeySet();
    private int left;

    /**
     * @param messages how many arrive in all
     * @param perSecond how many on average
     */
    InboundAccount(ListBehaviour world, long seed, int messages, double perSecond) {
        this.random = new Random(seed);
        this.perSecond = perSecond;
        this.left = messages;
        this.simulator = Simulator.builder()
                .time(time)
                .requestsPerMinute(0)
                .listOrder(world.order())
                .since(world.since())
                .listLag(world.lag())
                .start();
        simulator.beforeEachList(this::arriveNow);
    }

    // what arrives meanwhile moves the pages
    private void arriveNow() {
        if (random.nextInt(4) == 0) {
            pass(Duration.ofSeconds(1));
        }
    }

    /** Time passes, in which messages arrive. */
    synchronized void pass(Duration duration) {
        for (long second = 0; second < duration.toSeconds(); second++) {
            time.advance(Duration.ofSeconds(1));
            for (double chance = perSecond; left > 0 && random.nextDouble() < chance; chance--) {
                Message message =
                        simulator.receive(SENDERS.get(random.nextInt(SENDERS.size())), NUMBER, "text " + left);
                received.add(message.id());
                left--;
            }
        }
    }

    /** Deletes a message, so that those after it move up. */
    void delete(long id) {
        simulator.delete(id);
    }

    boolean hasMore() {
        return left > 0;
    }

    Set<Long> received() {
        return received;
    }

    Simulator simulator() {
        return simulator;
    }

    /** In nanoseconds since the beginning. */
    long nanos() {
        return Duration.between(BEGINNING, time.now()).toNanos();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
