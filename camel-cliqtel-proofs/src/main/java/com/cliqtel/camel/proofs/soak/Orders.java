/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * The orders of one context, drawn by a seed: half of them with a key, a tenth from the number that is polled, and of those without a
 * key, a fifth have the text and the recipient of one of the last before. Not thread-safe.
 */
final class Orders {

    private static final double WITH_KEY = 0.5;
    private static final double POLLED = 0.1;
    private static final double REPEATED = 0.2;
    private static final int NEAR = 20;
    private static final int SUBSCRIBERS = 90_000_000;

    private final SplittableRandom random;
    private final Deque<Order> last = new ArrayDeque<>();

    Orders(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Order next(int number) {
        if (random.nextDouble() < WITH_KEY) {
            return fresh(number, "order-" + number);
        }
        boolean again = !last.isEmpty() && random.nextDouble() < REPEATED;
        Order order = again ? again(number, last.peekFirst()) : fresh(number, "");
        last.addLast(order);
        if (last.size() > NEAR) {
            last.removeFirst();
        }
        return order;
    }

    private static Order again(int number, Order before) {
        return new Order(number, "", before.numberId(), before.to(), before.text());
    }

    private Order fresh(int number, String key) {
        return new Order(
                number,
                key,
                random.nextDouble() < POLLED ? SoakPlan.POLLED_NUMBER : SoakPlan.NUMBER,
                "+316" + (10_000_000 + random.nextInt(SUBSCRIBERS)),
                "Your parcel " + number + " has left.");
    }
}
