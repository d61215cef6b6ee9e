/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import java.util.List;
import java.util.Map;

/** A node of a YAML or JSON document with its position. Immutable. */
public sealed interface DocumentNode {

    /**
     * The position of the node.
     *
     * @return the position
     */
    DocumentPosition place();

    /**
     * An object.
     *
     * @param place the position
     * @param fields in the order they are written
     */
    record Fields(DocumentPosition place, Map<String, DocumentNode> fields) implements DocumentNode {}

    /**
     * A list.
     *
     * @param place the position
     * @param items in the order they are written
     */
    record Items(DocumentPosition place, List<DocumentNode> items) implements DocumentNode {}

    /**
     * A single value.
     *
     * @param place the position
     * @param kind the type of the value
     * @param text the value as written, without quotes
     */
    record Leaf(DocumentPosition place, Kind kind, String text) implements DocumentNode {}

    /** The type of a single value. */
    enum Kind {
        /** A text, quoted or not. */
        TEXT,
        /** A number that is not quoted. */
        NUMBER,
        /** True, false, or null. */
        WORD
    }
}
