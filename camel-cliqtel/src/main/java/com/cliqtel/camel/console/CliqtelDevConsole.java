/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.console;

import java.util.List;
import java.util.Map;

import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;

/**
 * Camel's developer console {@code cliqtel}: accounts and their quota, sends, unknowns, webhooks and polls. Shows no key, text or
 * number. The option {@code limit} is the most rows of each list, from 0; 20 where it isn't said.
 */
@DevConsole(
        name = "cliqtel",
        displayName = "Cliqtel",
        description = "Display information about Cliqtel accounts, sends, webhooks and polls")
public class CliqtelDevConsole extends AbstractDevConsole {

    /** The option that says how many rows of each list are shown at most. */
    public static final String LIMIT = "limit";

    private static final int USUAL_LIMIT = 20;

    public CliqtelDevConsole() {
        super("camel", "cliqtel", "Cliqtel", "Display information about Cliqtel accounts, sends, webhooks and polls");
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        return new ConsoleReport(getCamelContext(), limit(options)).asMap();
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        new ConsoleReport(getCamelContext(), limit(options)).asMap().forEach((name, value) -> write(text, name, value));
        return text.toString();
    }

    private static void write(StringBuilder text, String name, Object value) {
        if (value instanceof List<?> rows) {
            text.append(String.format("    %s: %d%n", name, rows.size()));
            rows.forEach(
                    row -> text.append("        ").append(line((Map<?, ?>) row)).append(System.lineSeparator()));
        } else {
            text.append(String.format("    %s: %s%n", name, value));
        }
    }

    private static String line(Map<?, ?> row) {
        StringBuilder line = new StringBuilder();
        row.forEach((name, value) -> {
            if (value != null) {
                line.append(line.isEmpty() ? "" : ", ")
                        .append(name)
                        .append(": ")
                        .append(value);
            }
        });
        return line.toString();
    }

    private static int limit(Map<String, Object> options) {
        String given = String.valueOf(options.getOrDefault(LIMIT, USUAL_LIMIT)).trim();
        if (!given.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException(
                    "limit is '" + given + "': the most rows of each list was expected, 0 or more");
        }
        return Integer.parseInt(given);
    }
}
