/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A CSV file that tells what came of each row, in the rows' order. */
final class ResultFile {

    private static final List<String> HEADER =
            List.of("row", "phone", "state", "message", "to", "segments", "cost", "currency", "reason");

    private final Path file;

    ResultFile(Path file) {
        this.file = file;
    }

    /** Writes it anew; whoever has the former one open goes on reading that. */
    void write(Path recipients, Journal journal) throws IOException, SQLException {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        try (BufferedWriter writer = Files.newBufferedWriter(draft);
                CSVPrinter printer = new CSVPrinter(
                        writer,
                        CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get());
                Rows rows = Rows.of(recipients)) {
            printer.printRecord(HEADER);
            while (rows.hasNext()) {
                Row row = rows.next();
                Result result = journal.of(row).orElse(Result.OPEN);
                printer.printRecord(
                        row.number(),
                        row.column("phone").orElse(""),
                        result.state(),
                        result.message(),
                        result.to(),
                        result.segments(),
                        result.cost(),
                        result.currency(),
                        result.reason());
            }
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
