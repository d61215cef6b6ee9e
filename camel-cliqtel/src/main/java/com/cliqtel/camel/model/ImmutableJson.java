/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes unmodifiable copies of JSON values: maps, lists, sets, arrays and texts. Stateless. */
final class ImmutableJson {

    private static final int MAX_DEPTH = 64;

    private ImmutableJson() {}

    /**
     * Copies a map and all of its contents. A {@link JsonObject} is returned unchanged.
     *
     * @throws IllegalArgumentException when maps and lists are nested deeper than 64 levels, such as a map that contains
     *     itself
     */
    static JsonObject copyOf(Map<String, ?> map) {
        return object(Objects.requireNonNull(map, "json"), 1);
    }

    private static JsonObject object(Map<?, ?> map, int depth) {
        if (map instanceof JsonObject already) {
            return already;
        }
        JsonObject.Builder copy = new JsonObject.Builder();
        map.forEach((name, value) -> copy.add(String.valueOf(name), value(value, depth + 1)));
        return copy.build();
    }

    private static Object value(Object value, int depth) {
        if (value instanceof Object[] array) {
            return value(Arrays.asList(array), depth);
        }
        if (!(value instanceof Map<?, ?> || value instanceof Collection<?>)) {
            return value instanceof CharSequence text ? text.toString() : value;
        }
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "maps and lists are nested deeper than " + MAX_DEPTH + ": remove one that contains itself");
        }
        return value instanceof Map<?, ?> map ? object(map, depth) : list((Collection<?>) value, depth);
    }

    private static List<Object> list(Collection<?> items, int depth) {
        List<Object> copy = new ArrayList<>();
        items.forEach(item -> copy.add(value(item, depth + 1)));
        return Collections.unmodifiableList(copy);
    }
}
