/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.util.function.BiConsumer;

/**
 * Something that can be set on the command line.
 *
 * @param name with both dashes
 * @param value what follows it, for the help
 * @param example a value that is right
 * @param meaning for the help
 * @param setting gives the value to the builder; throws an {@link IllegalArgumentException} when it is wrong
 */
record Flag(String name, String value, String example, String meaning, BiConsumer<SimulatorBuilder, String> setting) {

    void set(SimulatorBuilder builder, String given) {
        try {
            setting.accept(builder, given);
        } catch (NumberFormatException e) {
            throw wrong(given, "that is no number");
        } catch (IllegalArgumentException e) {
            throw wrong(given, e.getMessage());
        }
    }

    String help() {
        return String.format("  %-34s %s", name + " " + value, meaning);
    }

    private IllegalArgumentException wrong(String given, String why) {
        return new IllegalArgumentException("Wrong value for " + name + ": \"" + given + "\": " + why
                + ". Right would be: " + name + " " + example);
    }
}
