/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

import com.cliqtel.camel.simulator.Simulator;

/**
 * The shop on this machine, with an account that costs nothing: places orders, kills the shop in the middle, starts it again,
 * and counts the SMS at the account. The page stays open until Enter is pressed.
 *
 * <p>Exits with 0 if each customer got exactly one SMS, otherwise with 1.
 */
public final class OrderNotifications {

    private OrderNotifications() {}

    /** @param arguments the directory to work in */
    public static void main(String[] arguments) {
        System.exit(run(Path.of(arguments.length == 0 ? "target" : arguments[0]), System.out));
    }

    private static int run(Path directory, PrintStream out) {
        try (Simulator account = Simulator.builder()
                        .deliveryTime(Duration.ofSeconds(3))
                        .fails(Demonstration.DEAD_PHONE)
                        .start();
                ShopEnvironment environment = ShopEnvironment.create(directory, account, Database::start)) {
            boolean kept = new Demonstration(environment, out).run();
            return kept ? 0 : 1;
        } catch (Exception failed) {
            out.println("Failed: " + failed.getMessage());
            return 1;
        }
    }
}
