/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.ConnectionPoolDataSource;

import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A process that takes the same keys as others, on 16 threads, and prints how many of them it got. */
public final class TakingProcess {

    static final int KEYS = 200;

    private final Process process;

    private TakingProcess(Process process) {
        this.process = process;
    }

    /** Starts a process; null if only one process can open the database. */
    static TakingProcess start(ConnectionPoolDataSource database) throws IOException {
        String url = url(database);
        return url == null
                ? null
                : new TakingProcess(new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                TakingProcess.class.getName(),
                                url)
                        .redirectErrorStream(true)
                        .start());
    }

    private static String url(ConnectionPoolDataSource database) {
        if (database instanceof PGConnectionPoolDataSource postgres) {
            return postgres.getURL();
        }
        return database instanceof PoolableDataSource mariaDb ? mariaDb.url() : null;
    }

    /** Waits for the end of the process and returns the number of keys that it got. */
    int taken() throws IOException, InterruptedException {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String said = output.lines().reduce("", (before, line) -> before + line + "\n");
            if (process.waitFor() != 0) {
                throw new IllegalStateException("it ended with " + process.exitValue() + ": " + said);
            }
            return Integer.parseInt(said.strip().replaceAll("(?s).*\n", ""));
        }
    }

    /** Expects the address of the database. */
    public static void main(String[] arguments) throws Exception {
        JdbcConnectionPool pool = Databases.pool(database(arguments[0]));
        Ledger ledger = new JdbcLedger(pool);
        AtomicInteger taken = new AtomicInteger();
        LedgerContract.atOnce(thread -> {
            for (int key = 0; key < KEYS; key++) {
                if (ledger.take(Hold.of("key:" + key), Duration.ofMinutes(10)).isTaken()) {
                    taken.incrementAndGet();
                }
            }
            return true;
        });
        System.out.println(taken.get());
    }

    private static ConnectionPoolDataSource database(String url) throws Exception {
        if (url.startsWith("jdbc:mariadb:")) {
            return MariaDbServer.pooled(url);
        }
        PGConnectionPoolDataSource postgres = new PGConnectionPoolDataSource();
        postgres.setURL(url);
        postgres.setUser("postgres");
        return postgres;
    }
}
