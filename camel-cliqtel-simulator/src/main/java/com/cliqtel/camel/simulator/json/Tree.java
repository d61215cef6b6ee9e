/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import java.util.List;
import java.util.Map;

/** A document for people, in YAML or JSON, and where each part of it stands. Immutable. */
public sealed interface Tree {

    /**
     * Where it stands.
     *
     * @return for errors
     */
    Place place();

    /**
     * Fields with names.
     *
     * @param place where
     * @param fields in the order they are written
     */
    record Fields(Place place, Map<String, Tree> fields) implements Tree {}

    /**
     * A list.
     *
     * @param place where
     * @param items in the order they are written
     */
    record Items(Place place, List<Tree> items) implements Tree {}

    /**
     * A single value.
     *
     * @param place where
     * @param kind what it is
     * @param text as it is written, without quotes
     */
    record Leaf(Place place, Kind kind, String text) implements Tree {}

    /** What a single value is. */
    enum Kind {
        /** A text, quoted or not. */
        TEXT,
        /** A number that is not quoted. */
        NUMBER,
        /** True, false, or null. */
        WORD
    }
}
