/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;

import org.h2.jdbcx.JdbcDataSource;

/** A process that takes an entry, closes another and stores a position in an H2 file, and then is killed at once. */
public final class KilledProcess {

    private KilledProcess() {}

    /** Expects the address of the database. */
    public static void main(String[] arguments) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(arguments[0]);
        Ledger ledger = new JdbcLedger(Databases.pool(database));
        ledger.take(Hold.of("taken"), Duration.ofMinutes(10), "r", null);
        Hold closed = Hold.of("closed");
        ledger.take(closed, Duration.ofMinutes(10));
        ledger.close(closed, "end", "message");
        ledger.position("position", "here");
        Runtime.getRuntime().halt(0);
    }

    /** Runs the process to its end. */
    static void run(String url) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcess.class.getName(),
                        url)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("it ended with " + process.exitValue() + " before it was dead");
        }
    }
}
