/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What was typed: a file, options with a value, and {@code --yes}. */
final class CommandLine {

    static final String USAGE = """
            bulk-send FILE.csv [--text "Hello {name}"] [--region NL] [--price 0.008] [--yes]
                      [--requests-per-minute 60] [--messages-per-second 10] [--again-after 15]
            The file has a column phone, and may have country, text, id, and any other for the text.
            Without a file: 5,000 invented recipients, and an account that is simulated on this machine.""";

    private static final String YES = "--yes";
    private static final Set<String> WITH_VALUE =
            Set.of("--text", "--region", "--price", "--requests-per-minute", "--messages-per-second", "--again-after");

    private final Map<String, String> options = new HashMap<>();
    private Path file;

    private CommandLine() {}

    /** @throws IllegalArgumentException saying what is wrong, and what would be right */
    static CampaignSettings read(List<String> words) {
        CommandLine line = new CommandLine();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            line.take(rest.next(), rest);
        }
        return line.settings();
    }

    private void take(String word, Iterator<String> rest) {
        if (word.equals(YES)) {
            options.put(YES, "");
        } else if (WITH_VALUE.contains(word) && rest.hasNext()) {
            options.put(word, rest.next());
        } else if (!word.startsWith("-") && file == null) {
            file = Path.of(word);
        } else {
            throw new IllegalArgumentException("'" + word + "' is not understood here\n" + USAGE);
        }
    }

    private CampaignSettings settings() {
        return new CampaignSettings(
                file,
                options.get("--text"),
                value("--region", Region::checked).orElse(null),
                value("--price", BigDecimal::new).orElse(null),
                new Quota(
                        value("--requests-per-minute", Integer::valueOf).orElse(60),
                        value("--messages-per-second", Integer::valueOf).orElse(10)),
                Duration.ofSeconds(value("--again-after", Integer::valueOf).orElse(15)),
                options.containsKey(YES));
    }

    private <T> Optional<T> value(String option, Function<String, T> reading) {
        try {
            return Optional.ofNullable(options.get(option)).map(reading);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException(option + " takes a number, not '" + options.get(option) + "'");
        }
    }
}
