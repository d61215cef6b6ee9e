/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.ConnectionPoolDataSource;

import com.cliqtel.camel.ledger.Claim.State;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JdbcLedgerTest {

    private static final int CALLERS = 100;
    private static final String RECORD = "r".repeat(100);
    /** A third of what it was with a checkpoint for each call. */
    private static final long MOST_BYTES = 20_000_000;

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
        void entriesOfAKilledProcessAreThere() throws Exception {
            String url = "jdbc:h2:file:" + folder.resolve("killed");
            KilledProcess.run(url);
            JdbcDataSource file = new JdbcDataSource();
            file.setURL(url);

            Ledger after = new JdbcLedger(file);

            assertThat(after.claim("in work", LONG)).isEqualTo(new Claim(State.IN_PROGRESS, "r"));
            assertThat(after.claim("done", LONG)).isEqualTo(new Claim(State.DONE, "end"));
            assertThat(after.position("position")).contains("here");
        }

        @Test
        void itsFileStaysSmallHoweverManyCall() throws Exception {
            database.setMaxConnections(CALLERS);
            ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
            try {
                callers.invokeAll(
                        IntStream.range(0, CALLERS).mapToObj(this::twentyClaims).toList());
            } finally {
                callers.shutdownNow();
            }
            assertThat(ledger.claim("99 19", LONG)).isEqualTo(new Claim(State.DONE, RECORD));
            assertThat(Files.size(folder.resolve("ledger.mv.db"))).isLessThan(MOST_BYTES);
        }

        private Callable<Void> twentyClaims(int caller) {
            return () -> {
                for (int n = 0; n < 20; n++) {
                    ledger.claim(caller + " " + n, LONG, RECORD);
                    ledger.done(caller + " " + n, RECORD);
                }
                return null;
            };
        }

        @Test
        void whatCannotBeWrittenIsNoClaimAndNotClaimedAgain() {
            AtomicBoolean full = new AtomicBoolean();
            Ledger here = new JdbcLedger(
                    new PreparedDataSource(database, each -> full.get() ? FullDiskConnection.under(each) : each));
            full.set(true);
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(() -> here.claim("k", LONG, "r"))
                    .withMessageContaining("claiming k failed")
                    .withMessageContaining("it is committed, but may not be on the disk: the disk is full");
            full.set(false);
            assertThat(here.claim("k", LONG)).isEqualTo(new Claim(State.IN_PROGRESS, "r"));
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
