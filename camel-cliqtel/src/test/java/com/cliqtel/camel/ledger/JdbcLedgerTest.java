/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.nio.file.Path;
import javax.sql.ConnectionPoolDataSource;

import com.cliqtel.camel.ledger.Claim.State;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JdbcLedgerTest {

    @Nested
    class OnH2InMemory extends JdbcLedgerContract {
        @Override
        ConnectionPoolDataSource database() {
            return Databases.h2InMemory();
        }
    }

    @Nested
    class OnH2InAFile extends JdbcLedgerContract {

        @TempDir
        Path folder;

        @Override
        ConnectionPoolDataSource database() {
            return Databases.h2InAFile(folder);
        }

        @Test
        void whatAKilledProcessWasToldIsThere() throws Exception {
            String url = "jdbc:h2:file:" + folder.resolve("killed");
            KilledProcess.run(url);
            JdbcDataSource file = new JdbcDataSource();
            file.setURL(url);

            Ledger after = new JdbcLedger(file);

            assertThat(after.claim("in work", LONG)).isEqualTo(new Claim(State.IN_PROGRESS, "r"));
            assertThat(after.claim("done", LONG)).isEqualTo(new Claim(State.DONE, "end"));
            assertThat(after.position("position")).contains("here");
        }
    }

    @Nested
    class OnPostgreSql extends JdbcLedgerContract {
        @Override
        ConnectionPoolDataSource database() {
            return Databases.postgreSql();
        }
    }
}
