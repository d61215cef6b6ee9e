/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.cliqtel.camel.simulator.account.AccountNumber;

/** Reads what is written behind a flag. */
final class FlagValues {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
    private static final Pattern NUMBER = Pattern.compile("(\\+[0-9]+)(?::([0-9]{0,18}))?(?::([A-Za-z]{2}))?");
    private static final Map<String, TimeUnit> UNITS =
            Map.of("ms", TimeUnit.MILLISECONDS, "s", TimeUnit.SECONDS, "m", TimeUnit.MINUTES, "h", TimeUnit.HOURS);

    private FlagValues() {}

    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a time is a whole number and ms, s, m or h");
        }
        return Duration.of(
                Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)).toChronoUnit());
    }

    /** Times with commas between them. */
    static Duration[] durations(String text) {
        return Arrays.stream(text.split(",", -1)).map(FlagValues::duration).toArray(Duration[]::new);
    }

    /** A constant, written {@code newest-first} for {@code NEWEST_FIRST}. */
    static <E extends Enum<E>> E word(String text, E[] constants) {
        return Arrays.stream(constants)
                .filter(constant -> word(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it is one of "
                        + Arrays.stream(constants).map(FlagValues::word).collect(Collectors.joining(", "))));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static BigDecimal amount(String text) {
        // so much is enough for any wallet, and an exponent cannot make it huge
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,12})?")) {
            throw new IllegalArgumentException("an amount is digits, with a point before the decimals");
        }
        return new BigDecimal(text);
    }

    /** {@code +16625163513[:id[:country]]}; the country, if it is not told, is a guess that nothing depends on. */
    static AccountNumber number(String text, long nextId) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a number is E.164, then perhaps :id, then perhaps :country");
        }
        String number = matcher.group(1);
        long id = matcher.group(2) == null || matcher.group(2).isEmpty() ? nextId : Long.parseLong(matcher.group(2));
        String country = matcher.group(3) == null ? "US" : matcher.group(3).toUpperCase(Locale.ROOT);
        return new AccountNumber(id, number, country, "local", true, true);
    }
}
