/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A page with a place for what was measured.
 *
 * @param file the page
 */
public record Readme(Path file) {

    private static final String BEGIN = "<!-- measured -->";
    private static final String END = "<!-- end of measured -->";

    /** The page of this name; empty for no name. */
    public static Optional<Readme> named(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(new Readme(Path.of(name)));
    }

    /** Puts a text in that place, instead of the one before. */
    public void write(String text) {
        try {
            Files.writeString(file, with(Files.readString(file), text));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String with(String page, String text) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("no place for the tables: it is between " + BEGIN + " and " + END);
        }
        return page.substring(0, begin + BEGIN.length()) + "\n\n" + text.strip() + "\n\n" + page.substring(end);
    }
}
