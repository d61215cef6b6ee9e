/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

import com.cliqtel.camel.proofs.sends.SendOutcome;

/**
 * Hands orders over, as a broker would: to a context that is up, and those with a key again until it is known what became of them. Some
 * that were sent are handed over once more. Thread-safe.
 */
final class Outbox {

    private static final int MOST_HANDOVERS = 20;
    private static final double ONCE_MORE = 0.05;

    private final BiConsumer<Integer, Order> application;
    private final SplittableRandom random;
    private final List<Queue<Order>> waiting = new ArrayList<>();
    private final boolean[] down = new boolean[SoakPlan.NODES];
    private final Map<Integer, Order> underWay = new HashMap<>();
    private final Map<Integer, Integer> handovers = new HashMap<>();
    private final Queue<Order> again = new ArrayDeque<>();

    /** @param application is given the number of a context and what that is to send */
    Outbox(long seed, BiConsumer<Integer, Order> application) {
        this.random = new SplittableRandom(seed);
        this.application = application;
        for (int node = 0; node < SoakPlan.NODES; node++) {
            waiting.add(new ArrayDeque<>());
        }
    }

    synchronized void hand(int node, Order order) {
        if (down[node]) {
            waiting.get(node).add(order);
            return;
        }
        underWay.put(order.number(), order);
        handovers.merge(order.number(), 1, Integer::sum);
        application.accept(node, order);
    }

    /** Its orders wait from now on. */
    synchronized void down(int node) {
        down[node] = true;
    }

    synchronized void up(int node) {
        down[node] = false;
        Queue<Order> orders = waiting.get(node);
        while (!orders.isEmpty()) {
            hand(node, orders.remove());
        }
    }

    /** Somebody was told; those whose end is not known are handed over again with the next {@link #handAgain}. */
    synchronized void told(int number, SendOutcome ending) {
        Order order = underWay.remove(number);
        if (order == null || !order.hasKey() || handovers.get(number) >= MOST_HANDOVERS) {
            return;
        }
        boolean sent = ending.kind() == SendOutcome.Kind.SENT;
        boolean refused = ending.kind() == SendOutcome.Kind.REJECTED;
        if (sent ? handovers.get(number) == 1 && random.nextDouble() < ONCE_MORE : !refused) {
            again.add(order);
        } else {
            handovers.remove(number);
        }
    }

    /** To any context: a key says the same to all that share the ledger. */
    synchronized void handAgain() {
        int now = again.size();
        for (int i = 0; i < now; i++) {
            hand(random.nextInt(SoakPlan.NODES), again.remove());
        }
    }

    synchronized boolean isDown(int node) {
        return down[node];
    }

    synchronized boolean isAnyDown() {
        for (boolean one : down) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    synchronized boolean isEmpty() {
        return underWay.isEmpty() && again.isEmpty() && waiting.stream().allMatch(Queue::isEmpty);
    }
}
