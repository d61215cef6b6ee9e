/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a file, one after the other, so that it may be of any size. */
final class Rows implements Iterator<Row>, Closeable {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setIgnoreHeaderCase(true)
            .setTrim(true)
            .get();
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final BooleanSupplier goOn;

    private Rows(CSVParser parser, BooleanSupplier goOn) {
        this.parser = parser;
        this.records = parser.iterator();
        this.goOn = goOn;
    }

    /** All rows of a file in UTF-8. */
    static Rows of(Path file) throws IOException {
        return of(file, () -> true);
    }

    /**
     * The rows of a file in UTF-8, as long as there is a reason to go on.
     *
     * @throws IllegalArgumentException when it has no column {@code phone}
     */
    static Rows of(Path file, BooleanSupplier goOn) throws IOException {
        BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        // spreadsheets begin a file with it
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        CSVParser parser = FORMAT.parse(reader);
        if (!parser.getHeaderMap().containsKey("phone")) {
            parser.close();
            throw new IllegalArgumentException(file.getFileName() + " has no column phone: its first line must name"
                    + " the columns, separated by commas, such as: phone,country,name");
        }
        return new Rows(parser, goOn);
    }

    @Override
    public boolean hasNext() {
        return goOn.getAsBoolean() && records.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        CSVRecord row = records.next();
        return new Row(row.getRecordNumber(), row.toMap());
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
