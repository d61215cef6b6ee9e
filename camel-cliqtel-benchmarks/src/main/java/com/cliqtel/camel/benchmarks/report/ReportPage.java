/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A page with a place for the results.
 *
 * @param file the page
 */
public record ReportPage(Path file) {

    private static final String BEGIN = "<!-- measured -->";
    private static final String END = "<!-- end of measured -->";

    /**
     * The page of this name; empty for no name.
     *
     * @throws IllegalArgumentException when there is no such page, or no place in it
     */
    public static Optional<ReportPage> named(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Path file = Path.of(name).toAbsolutePath();
        if (!Files.isWritable(file)) {
            throw new IllegalArgumentException("no page " + file
                    + " to write into: -Dbench.write is a path from the module's directory, README.md");
        }
        ReportPage page = new ReportPage(file);
        with(page.read(), "");
        return Optional.of(page);
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Puts a text in that place, instead of the one before. */
    public void write(String text) {
        try {
            Files.writeString(file, with(read(), text));
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
