/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class JdbcLedgerTest {

    static DataSource h2InMemory() {
        return h2("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    static DataSource h2(String url) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        return database;
    }

    @Nested
    class OnH2InMemory extends LedgerContract {
        @Override
        Ledger ledger() {
            return new JdbcLedger(h2InMemory());
        }
    }

    @Nested
    class OnH2InAFile extends LedgerContract {

        @TempDir
        Path folder;

        @Override
        Ledger ledger() {
            return new JdbcLedger(h2("jdbc:h2:file:" + folder.resolve("ledger")));
        }
    }

    @Nested
    class OnPostgreSql extends LedgerContract {
        @Override
        Ledger ledger() {
            return new JdbcLedger(PostgresServer.emptyDatabase());
        }
    }
}
