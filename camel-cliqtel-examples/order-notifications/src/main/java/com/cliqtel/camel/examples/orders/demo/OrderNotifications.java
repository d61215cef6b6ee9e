/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

import com.cliqtel.camel.simulator.Simulator;

/**
 * The shop on this machine, with an account that costs nothing: places orders, kills the shop in the middle, starts it again,
 * and counts what the customers have heard. The page stays open until Enter is pressed.
 *
 * <p>Exits with 0 when each customer heard once, with 1 when anything went otherwise.
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
                        .fails(Story.DEAD_PHONE)
                        .start();
                World world = World.around(directory, account, Database::start)) {
            boolean kept = new Story(world, out).tell();
            return kept ? 0 : 1;
        } catch (Exception failed) {
            out.println("Failed: " + failed.getMessage());
            return 1;
        }
    }
}
