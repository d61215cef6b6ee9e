/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

/**
 * Where in a document something stands.
 *
 * @param source what the document is called, such as a file's name
 * @param line from 1
 * @param path such as {@code faults[0].sees}; empty for the document itself
 */
public record Place(String source, int line, String path) {

    Place at(int otherLine, String otherPath) {
        return new Place(source, otherLine, otherPath);
    }

    /**
     * Says what is wrong here.
     *
     * @param wrong a sentence, with what would be right
     * @return to be thrown
     */
    public IllegalArgumentException wrong(String wrong) {
        return new IllegalArgumentException(this + ": " + wrong);
    }

    @Override
    public String toString() {
        return source + ", line " + line + (path.isEmpty() ? "" : ", " + path);
    }
}
