/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares JSON values: numbers by their value, objects and lists by their contents. Stateless. */
final class JsonEquality {

    private JsonEquality() {}

    /** Returns whether both are equal; each may be null. */
    static boolean both(Object one, Object other) {
        if (one == other) {
            return true;
        }
        if (one instanceof Number number && other instanceof Number otherNumber) {
            return one.equals(other) || numbers(number, otherNumber);
        }
        if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> otherMap) {
            return maps(map, otherMap);
        }
        return one instanceof List<?> list && other instanceof List<?> otherList
                ? lists(list, otherList)
                : Objects.equals(one, other);
    }

    private static boolean numbers(Number one, Number other) {
        try {
            return exact(one).compareTo(exact(other)) == 0;
        } catch (NumberFormatException notFinite) {
            return false;
        }
    }

    private static boolean maps(Map<?, ?> one, Map<?, ?> other) {
        return one.size() == other.size()
                && one.entrySet().stream()
                        .allMatch(entry ->
                                other.containsKey(entry.getKey()) && both(entry.getValue(), other.get(entry.getKey())));
    }

    private static boolean lists(List<?> one, List<?> other) {
        Iterator<?> others = other.iterator();
        return one.size() == other.size() && one.stream().allMatch(item -> both(item, others.next()));
    }

    private static BigDecimal exact(Number number) {
        return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    }
}
