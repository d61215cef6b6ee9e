/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.cliqtel.camel.simulator.account.Refusal;

/**
 * The parameters of a query, decoded as forms are: a {@code +} that is not written {@code %2B} is a blank. Of one that
 * comes twice, the last counts.
 */
public final class QueryParameters {

    private static final Pattern INTEGER = Pattern.compile("[1-9][0-9]{0,17}");

    private final Map<String, String> values = new HashMap<>();

    /**
     * Reads a query.
     *
     * @param query as it came; null for none
     * @throws Refusal when it is not percent-encoded as it should be
     */
    public QueryParameters(String query) {
        if (query != null) {
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                values.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
        }
    }

    /**
     * A parameter.
     *
     * @param name its name
     * @return its value, decoded; empty when it did not come
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value of a parameter as what it stands for; what it must be is told to the caller when it is not. */
    <T> Optional<T> parsed(String name, Function<String, Optional<T>> parser, String mustBe) {
        return text(name).map(value -> parser.apply(value)
                .orElseThrow(() -> Refusal.invalid("The " + name + " parameter must be " + mustBe)));
    }

    /**
     * A parameter that is a number.
     *
     * @param name its name
     * @param max the largest it may be
     * @return its value, from 1; empty when it did not come
     * @throws Refusal when it is no such number
     */
    public Optional<Long> integer(String name, long max) {
        String mustBe = max == Long.MAX_VALUE ? "an integer from 1" : "an integer from 1 to " + max;
        return parsed(name, value -> parseInteger(value).filter(number -> number <= max), mustBe);
    }

    static Optional<Long> parseInteger(String value) {
        return INTEGER.matcher(value).matches() ? Optional.of(Long.valueOf(value)) : Optional.empty();
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("The query string is not percent-encoded as it should be");
        }
    }
}
