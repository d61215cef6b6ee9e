/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A file of H2 that stays open, as with every pool: what a process has claimed must be in it when the process is killed. */
class H2FileTest {

    private static final Duration LEASE = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private JdbcConnectionPool pool;

    @BeforeEach
    void open() {
        pool = JdbcConnectionPool.create(url("ledger"), "", "");
    }

    @AfterEach
    void close() {
        pool.dispose();
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder.resolve(name);
    }

    /** What whoever comes after a kill finds: the file as it is now. */
    private Ledger afterAKill() throws IOException {
        Files.copy(folder.resolve("ledger.mv.db"), folder.resolve("copy.mv.db"));
        return new JdbcLedger(JdbcLedgerTest.h2(url("copy")));
    }

    @Test
    void whatIsClaimedIsInTheFile() throws IOException {
        new JdbcLedger(pool).claim("send:1", LEASE, "first");
        assertThat(afterAKill().claim("send:1", LEASE)).isEqualTo(new Claim(Claim.State.IN_PROGRESS, "first"));
    }

    @Test
    void whatIsDoneIsInTheFile() throws IOException {
        Ledger ledger = new JdbcLedger(pool);
        ledger.claim("send:1", LEASE, "first");
        ledger.done("send:1", "last");
        assertThat(afterAKill().claim("send:1", LEASE)).isEqualTo(new Claim(Claim.State.DONE, "last"));
    }

    @Test
    void alsoWhenItWasOpenedAgain() throws Exception {
        Ledger ledger = new JdbcLedger(JdbcLedgerTest.h2(url("ledger")));
        try (Connection open = pool.getConnection()) {
            ledger.claim("send:1", LEASE, "first");
            assertThat(afterAKill().claim("send:1", LEASE).state()).isEqualTo(Claim.State.IN_PROGRESS);
        }
    }

    @Test
    void aUserWhoMayNotChangeWhenH2WritesIsTold() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE USER clerk PASSWORD 'x'");
        }
        DataSource clerks = JdbcConnectionPool.create(url("ledger"), "clerk", "x");
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> new JdbcLedger(clerks))
                .withMessageContaining("ADMIN TRUE");
    }
}
