/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.cliqtel.camel.examples.orders.Order;

/** What the example shows. */
final class Story {

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

    private final World world;
    private final PrintStream out;

    Story(World world, PrintStream out) {
        this.world = world;
        this.out = out;
    }

    /** Tells it; whether each customer heard once. */
    boolean tell() throws Exception {
        out.println("A Cliqtel account on this machine: " + world.account().baseUrl());
        line("database", world.database().name());
        Till till = new Till(world.broker());
        ShopProcess first = world.startShop(IMPATIENT).awaitHealth();
        try (first) {
            line("shop", "its page is " + world.page());
            till.place(orders());
            line("placed", ORDERS + " orders and one that nobody can be told of");
            Waiting.until(() -> world.account().messages().size() >= KILLED_AFTER);
            first.kill();
            line("killed", "the shop, with its broker, after " + heard() + " SMS");
        }
        try (ShopProcess second = world.startShop(IMPATIENT).awaitHealth()) {
            line("started", "the shop again");
            boolean kept = finish(till);
            out.println("The page stays at " + world.page() + " until you press Enter; health and metrics are at "
                    + world.page() + "actuator");
            awaitEnter();
            return kept;
        }
    }

    private boolean finish(Till till) throws Exception {
        Count count = new Count(world);
        Waiting.until(() -> count.unfinished() == 0 && till.waiting() == 0);
        line("delivered", count.with("delivered") + " orders");
        till.deadLetters().forEach(reason -> line("failed", reason));
        line("again", count.handedOverAgain() + " orders were handed over again by the broker");
        line("counted", heard() + " SMS at the account, " + count.most() + " for each order at most");
        return heard() == ORDERS && count.most() == 1;
    }

    private int heard() {
        return world.account().messages().size();
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

    private void line(String topic, String text) {
        out.println("  %-10s  %s".formatted(topic, text));
    }

    private static void awaitEnter() throws IOException {
        int read;
        do {
            read = System.in.read();
        } while (read >= 0 && read != '\n');
    }
}
