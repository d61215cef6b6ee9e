/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Values of {@code http.*} options, read strictly: each method takes an option and its value, and returns the value in the option's
 * type. Each throws IllegalArgumentException, which names the option and what is allowed, and shows no text that may hold a password.
 */
final class HttpOptionValues {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?");

    private HttpOptionValues() {}

    static Object host(String option, Object value) {
        String host = text(option, value).trim();
        if (!HOST.matcher(host).matches()) {
            throw wrong(
                    option,
                    "a name or an IP address alone was expected, without http://, port, user name and password");
        }
        return host;
    }

    static Object port(String option, Object value) {
        return whole(option, value, 1, 65_535, "a number from 1 to 65535 was expected");
    }

    static Object count(String option, Object value) {
        return whole(option, value, 1, Integer.MAX_VALUE, "a number of 1 or more was expected");
    }

    static Object number(String option, Object value) {
        return whole(option, value, Integer.MIN_VALUE, Integer.MAX_VALUE, "a whole number was expected");
    }

    static Object milliseconds(String option, Object value) {
        String expected = "a number of milliseconds was expected, such as 5000 for 5 s";
        // Camel converts only a text to HttpClient's type
        return String.valueOf(longNumber(option, value, 0, Long.MAX_VALUE, expected));
    }

    static Object timeToLive(String option, Object value) {
        String expected = "a number of milliseconds was expected, such as 60000 for a minute, or -1 for no end";
        long millis = longNumber(option, value, -1, Long.MAX_VALUE, expected);
        if (millis == 0) {
            throw wrong(option, "'0': " + expected);
        }
        return millis;
    }

    static Object flag(String option, Object value) {
        return Boolean.valueOf((String) oneOf("true", "false").apply(option, value));
    }

    static String text(String option, Object value) {
        String text = value == null ? "" : value.toString();
        if (text.isBlank()) {
            throw wrong(option, "it is empty: give it a value, or leave it out");
        }
        return text;
    }

    /** Reads a word in any case, and returns it as it is written here. */
    static BiFunction<String, Object, Object> oneOf(String... words) {
        return (option, value) -> {
            String text = text(option, value).trim();
            return List.of(words).stream()
                    .filter(text::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(() ->
                            wrong(option, "'" + text + "': one of these was expected: " + String.join(", ", words)));
        };
    }

    /** Reads an object, or a reference to one. */
    static BiFunction<String, Object, Object> bean(Class<?> type) {
        return (option, value) -> {
            if (type.isInstance(value) || value instanceof String text && text.startsWith("#")) {
                return value;
            }
            throw wrong(
                    option, "a " + type.getSimpleName() + " was expected: write #bean:name, with the name of the bean");
        };
    }

    private static Object whole(String option, Object value, int least, int most, String expected) {
        return Integer.valueOf((int) longNumber(option, value, least, most, expected));
    }

    private static long longNumber(String option, Object value, long least, long most, String expected) {
        String text = text(option, value).trim();
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notWhole) {
            // the exception below names the option
        }
        throw wrong(option, "'" + text + "': " + expected);
    }

    static IllegalArgumentException wrong(String option, String why) {
        return new IllegalArgumentException("http." + option + " cannot be used, " + why);
    }
}
