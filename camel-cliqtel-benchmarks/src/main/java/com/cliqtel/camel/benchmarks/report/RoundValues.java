/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the values of each round. */
public final class RoundValues {

    private record Key(Object competitor, String measure) {}

    private final Map<Key, List<Double>> values = new HashMap<>();

    /** Adds a value. */
    public void note(Object competitor, String measure, double value) {
        values.computeIfAbsent(new Key(competitor, measure), none -> new ArrayList<>())
                .add(value);
    }

    /** Returns the values of all rounds. */
    public Series of(Object competitor, String measure, String unit) {
        return new Series(
                values.get(new Key(competitor, measure)).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                unit);
    }
}
