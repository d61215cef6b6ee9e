/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.cliqtel.camel.examples.orders.Order;

/** Places orders, kills the shop, starts it again and counts the SMS at the account. */
final class Demonstration {

    /** A customer whose phone is never reached. */
    static final String DEAD_PHONE = "+31600000000";

    private static final int ORDERS = 30;
    private static final int KILLED_AFTER = 12;
    private static final List<String> ITEMS =
            List.of("A lamp", "Two chairs", "A kettle", "A woollen blanket", "Six cups");

    // shorter than in earnest, so that what the killed shop had begun is soon settled
    private static final Map<String, String> IMPATIENT = Map.of(
            "camel.component.cliqtel.request-timeout", "2s",
            "camel.component.cliqtel.max-wait", "3s",
            "camel.component.cliqtel.max-retries", "0",
            "camel.component.cliqtel.settling-time", "3s",
            "orders.again-after", "2s",
            "orders.at-once", "2",
            "orders.look-every", "2000",
            "orders.look-after", "8s");

    private final ShopEnvironment environment;
    private final PrintStream out;

    Demonstration(ShopEnvironment environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /** Runs the demonstration. Returns true if the account has exactly one SMS for each order. */
    boolean run() throws Exception {
        out.println(
                "A Cliqtel account on this machine: " + environment.account().baseUrl());
        print("database", environment.database().name());
        OrderQueueClient queue = new OrderQueueClient(environment.broker());
        ShopProcess first = environment.startShop(IMPATIENT).awaitHealth();
        try (first) {
            print("shop", "its page is " + environment.page());
            queue.place(orders());
            print("placed", ORDERS + " orders and one without a valid phone number");
            Await.until(() -> environment.account().messages().size() >= KILLED_AFTER);
            first.kill();
            print("killed", "the shop, with its broker, after " + smsCount() + " SMS");
        }
        try (ShopProcess second = environment.startShop(IMPATIENT).awaitHealth()) {
            print("started", "the shop again");
            boolean kept = finish(queue);
            out.println("The page stays at " + environment.page() + " until you press Enter; health and metrics are at "
                    + environment.page() + "actuator");
            awaitEnter();
            return kept;
        }
    }

    private boolean finish(OrderQueueClient queue) throws Exception {
        OrderCounts counts = new OrderCounts(environment);
        Await.until(() -> counts.unfinished() == 0 && queue.waiting() == 0);
        print("delivered", counts.with("delivered") + " orders");
        queue.deadLetters().forEach(reason -> print("failed", reason));
        print("again", counts.handedOverAgain() + " orders were handed over again by the broker");
        print("counted", smsCount() + " SMS at the account, " + counts.most() + " for each order at most");
        return smsCount() == ORDERS && counts.most() == 1;
    }

    private int smsCount() {
        return environment.account().messages().size();
    }

    private static List<Order> orders() {
        Stream<Order> known = IntStream.range(0, ORDERS)
                .mapToObj(n -> new Order(
                        "A-" + (1001 + n),
                        n == 5 ? DEAD_PHONE : "+3161234%04d".formatted(n),
                        ITEMS.get(n % ITEMS.size())));
        return Stream.concat(known, Stream.of(new Order("A-1999", "12", "A bell")))
                .toList();
    }

    private void print(String topic, String text) {
        out.println("  %-10s  %s".formatted(topic, text));
    }

    private static void awaitEnter() throws IOException {
        int read;
        do {
            read = System.in.read();
        } while (read >= 0 && read != '\n');
    }
}
