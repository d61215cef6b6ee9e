/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;

/**
 * The developer console {@code cliqtel}. It shows the accounts and their quota, sends, sends with an unknown outcome, webhooks and
 * polls, but no API key, text or full number. The option {@code limit} is the largest number of rows in each list: 0 or more, by
 * default 20.
 */
@DevConsole(name = "cliqtel", displayName = "Cliqtel", description = CliqtelDevConsole.DESCRIPTION)
public class CliqtelDevConsole extends AbstractDevConsole {

    /** The name of the option for the largest number of rows in each list. */
    public static final String LIMIT = "limit";

    static final String DESCRIPTION = "Display information about Cliqtel accounts, sends, webhooks and polls";

    private static final int DEFAULT_LIMIT = 20;

    public CliqtelDevConsole() {
        super("camel", "cliqtel", "Cliqtel", DESCRIPTION);
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        return new ConsoleReport(getCamelContext(), limit(options)).asMap();
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        doCallJson(options).forEach((name, value) -> write(text, name, value));
        return text.toString();
    }

    private static void write(StringBuilder text, String name, Object value) {
        if (value instanceof List<?> rows) {
            text.append(String.format("    %s: %d%n", name, rows.size()));
            rows.forEach(row -> text.append(String.format("        %s%n", line((Map<?, ?>) row))));
        } else {
            text.append(String.format("    %s: %s%n", name, value));
        }
    }

    private static String line(Map<?, ?> row) {
        return row.entrySet().stream()
                .filter(cell -> cell.getValue() != null)
                .map(cell -> cell.getKey() + ": " + cell.getValue())
                .collect(Collectors.joining(", "));
    }

    private static int limit(Map<String, Object> options) {
        String limit =
                String.valueOf(options.getOrDefault(LIMIT, DEFAULT_LIMIT)).trim();
        if (!limit.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException(
                    "limit is '" + limit + "': the most rows of each list was expected, 0 or more");
        }
        return Integer.parseInt(limit);
    }
}
