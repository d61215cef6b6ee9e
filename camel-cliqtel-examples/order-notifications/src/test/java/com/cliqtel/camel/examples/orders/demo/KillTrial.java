/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.cliqtel.camel.examples.orders.Order;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;

/**
 * A shop that is killed again and again (SIGKILL), its broker with it, while it works at many orders; the account and the
 * database live on.
 *
 * @param orders how many orders are placed, all at the beginning
 * @param kills how often it is killed, spread over them
 * @param seed moves the kills
 */
record KillTrial(int orders, int kills, long seed) {

    private static final Duration ANSWER = Duration.ofMillis(40);
    private static final Map<String, String> HASTY = Map.of(
            "camel.component.cliqtel.request-timeout", "2s",
            "camel.component.cliqtel.max-wait", "500ms",
            "camel.component.cliqtel.max-retries", "0",
            "camel.component.cliqtel.settling-time", "2s",
            "camel.component.cliqtel.requests-per-minute", "0",
            "camel.component.cliqtel.messages-per-second", "0",
            "orders.again-after", "1s",
            "orders.look-every", "500",
            "orders.look-after", "2s");

    /** What came of it. */
    record Result(
            int orders,
            int kills,
            int sms,
            long most,
            long delivered,
            long again,
            long unnoted,
            long posts,
            long waiting) {

        boolean kept() {
            return sms == orders && most == 1 && delivered == orders && waiting == 0;
        }

        @Override
        public String toString() {
            return ("%,d orders, the shop and its broker killed %d times: %,d SMS at the account, at most %d for an order; %,d"
                            + " delivered; %,d orders handed over again, %,d had their SMS when the shop was killed and did not know; %,d POSTs; %d left in the queue")
                    .formatted(orders, kills, sms, most, delivered, again, unnoted, posts, waiting);
        }
    }

    Result run(Path directory, Function<Path, Database> database) throws Exception {
        // answers that take a while, so that each kill comes upon orders in each state
        try (Simulator account = Simulator.builder()
                        .requestsPerMinute(0)
                        .messagesPerSecond(0)
                        .deliveryTime(Duration.ofSeconds(1))
                        .faults(FaultRule.sends(Fault.afterAcceptance(Symptom.slow(ANSWER))))
                        .start();
                ShopEnvironment environment = ShopEnvironment.create(directory, account, database)) {
            return run(environment);
        }
    }

    private Result run(ShopEnvironment environment) throws Exception {
        OrderCounts counts = new OrderCounts(environment);
        OrderQueueClient queue = new OrderQueueClient(environment.broker());
        Random moments = new Random(seed);
        Set<Long> unnoted = new HashSet<>();
        for (int kill = 1; kill <= kills; kill++) {
            int after = kill * orders / (kills + 1) + moments.nextInt(5);
            try (ShopProcess shop = environment.startShop(HASTY).awaitHealth()) {
                if (kill == 1) {
                    queue.place(placed());
                }
                Await.until(() -> environment.account().messages().size() >= after);
                shop.kill();
            }
            unnoted.addAll(counts.unnoted());
        }
        try (ShopProcess last = environment.startShop(HASTY).awaitHealth()) {
            Await.until(() -> queue.waiting() == 0 && counts.unfinished() == 0);
            return new Result(
                    orders,
                    kills,
                    environment.account().messages().size(),
                    counts.most(),
                    counts.with("delivered"),
                    counts.handedOverAgain(),
                    unnoted.size(),
                    environment.account().calls().stream()
                            .filter(call -> call.method().equals("POST"))
                            .count(),
                    queue.waiting());
        }
    }

    private List<Order> placed() {
        return IntStream.range(0, orders)
                .mapToObj(n -> new Order("K-" + n, "+316%08d".formatted(n), "A lamp"))
                .toList();
    }
}
