/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the values of each round. */
public final class RoundValues {

    private record Key(Object who, String what) {}

    private final Map<Key, List<Double>> values = new HashMap<>();

    /** Notes a value. */
    public void note(Object who, String what, double value) {
        values.computeIfAbsent(new Key(who, what), none -> new ArrayList<>()).add(value);
    }

    /** What all rounds brought. */
    public Series of(Object who, String what, String unit) {
        return new Series(
                values.get(new Key(who, what)).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                unit);
    }
}
