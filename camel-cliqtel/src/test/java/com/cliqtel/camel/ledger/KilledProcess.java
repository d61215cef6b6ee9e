/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;

import org.h2.jdbcx.JdbcDataSource;

/** A process that claims, finishes and moves a position in an H2 file, and is dead at once. */
public final class KilledProcess {

    private KilledProcess() {}

    /** Takes the address of the database. */
    public static void main(String[] arguments) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(arguments[0]);
        Ledger ledger = new JdbcLedger(Databases.pool(database));
        ledger.claim("in work", Duration.ofMinutes(10), "r");
        ledger.done("done", "end");
        ledger.position("position", "here");
        Runtime.getRuntime().halt(0);
    }

    /** Runs it to its end. */
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
