/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

/**
 * A position in a document, for error messages.
 *
 * @param source the name of the document, such as a file name
 * @param line the line, from 1
 * @param path the path of the field, such as {@code faults[0].sees}; empty for the document itself
 */
public record DocumentPosition(String source, int line, String path) {

    DocumentPosition at(int otherLine, String otherPath) {
        return new DocumentPosition(source, otherLine, otherPath);
    }

    /**
     * Creates the exception for an error at this position.
     *
     * @param wrong a sentence that says what is wrong and what is allowed
     * @return the exception
     */
    public IllegalArgumentException wrong(String wrong) {
        return new IllegalArgumentException(this + ": " + wrong);
    }

    @Override
    public String toString() {
        return source + ", line " + line + (path.isEmpty() ? "" : ", " + path);
    }
}
