/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.ConnectionPoolDataSource;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

            assertThat(after.take(Hold.of("taken"), LONG)).isEqualTo(busy("r"));
            assertThat(after.take(Hold.of("closed"), LONG)).isEqualTo(closed("end"));
            assertThat(after.own("once", "message")).isFalse();
            assertThat(after.position("position")).contains("here");
        }

        @Test
        void itsFileStaysSmallHoweverManyCall() throws Exception {
            database.setMaxConnections(CALLERS);
            ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
            try {
                callers.invokeAll(IntStream.range(0, CALLERS)
                        .mapToObj(this::twentyEntries)
                        .toList());
            } finally {
                callers.shutdownNow();
            }
            assertThat(found("99:19")).isEqualTo(closed(RECORD));
            assertThat(Files.size(folder.resolve("ledger.mv.db"))).isLessThan(MOST_BYTES);
        }

        private Callable<Void> twentyEntries(int caller) {
            return () -> {
                for (int n = 0; n < 20; n++) {
                    Hold hold = Hold.of(caller + ":" + n);
                    ledger.take(hold, LONG, RECORD, null);
                    ledger.close(hold, RECORD, null);
                }
                return null;
            };
        }

        @Test
        void anEntryThatCannotBeWrittenIsNotTakenAndNotRepeated() {
            AtomicBoolean full = new AtomicBoolean();
            Ledger here = new JdbcLedger(
                    new PreparedDataSource(database, each -> full.get() ? FullDiskConnection.under(each) : each));
            here.position("opened");
            full.set(true);
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(() -> here.take(mine, LONG, "r", null))
                    .withMessageContaining("taking k failed")
                    .withMessageContaining("it is committed, but may not be on the disk: the disk is full");
            full.set(false);
            assertThat(take(here, other, "")).isEqualTo(busy("r"));
            assertThat(take(here, mine, "")).as("the same owner").isEqualTo(Claim.NEW);
        }
    }

    @Nested
    class OnMariaDb extends JdbcLedgerContract {
        @Override
        ConnectionPoolDataSource database() {
            return Databases.mariaDb();
        }
    }

    @Nested
    class OnMariaDbWithTheStatementsForMySql extends JdbcLedgerContract {
        @Override
        ConnectionPoolDataSource database() {
            PoolableDataSource server = (PoolableDataSource) Databases.mariaDb();
            return new PoolableDataSource(new PreparedDataSource(server.database(), OldMariaDb::over), null);
        }
    }

    @Nested
    class OnPostgreSql extends JdbcLedgerContract {
        @Override
        ConnectionPoolDataSource database() {
            return Databases.postgreSql();
        }

        private Ledger as(String statement) {
            return new JdbcLedger(new PreparedDataSource(database, connection -> {
                connection.createStatement().execute(statement);
                return connection;
            }));
        }

        private void refused(Ledger ledger, String words) {
            assertThatExceptionOfType(UnusableDatabaseException.class)
                    .isThrownBy(() -> ledger.position("p"))
                    .withMessageContaining(words);
        }

        @ParameterizedTest
        @ValueSource(strings = {"SELECT", "INSERT", "UPDATE", "DELETE"})
        void aMissingRightIsNamed(String right) {
            String role = "role_" + UUID.randomUUID().toString().replace("-", "");
            ledger.position("p", "here");
            Databases.execute(database, "CREATE ROLE " + role);
            Databases.execute(database, "GRANT ALL ON cliqtel_ledger TO " + role);
            Databases.execute(database, "REVOKE " + right + " ON cliqtel_ledger FROM " + role);
            refused(as("SET ROLE " + role), "this user lacks the right to " + right);

            Databases.execute(database, "RESET ROLE; GRANT " + right + " ON cliqtel_ledger TO " + role);
            assertThat(as("SET ROLE " + role).position("p")).contains("here");
        }

        @Test
        void aRoleThatMayNotCreateTheTableGetsItsStatements() {
            String role = "role_" + UUID.randomUUID().toString().replace("-", "");
            Databases.execute(database, "CREATE ROLE " + role);
            Databases.execute(database, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
            refused(as("SET ROLE " + role), "is missing, and this user may not create it");
        }

        @Test
        void aDatabaseThatIsReadOnlyForATimeGivesNoEntryAndWorksAfterwards() {
            AtomicBoolean readOnly = new AtomicBoolean();
            Ledger here = new JdbcLedger(new PreparedDataSource(database, connection -> {
                connection.createStatement().execute("SET default_transaction_read_only = " + readOnly.get());
                return connection;
            }));
            take(here, mine, "r");
            readOnly.set(true);
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(() -> take(here, Hold.of("second"), "r"))
                    .withMessageContaining("since the database is read-only");
            assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> here.close(mine, "end", null));
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(
                            () -> as("SET default_transaction_read_only = true").position("p"))
                    .withMessageContaining("since the database is read-only");
            readOnly.set(false);
            assertThat(here.close(mine, "end", null)).isEqualTo(Closing.CLOSED);
            assertThat(take(here, Hold.of("second"), "")).isEqualTo(Claim.NEW);
        }
    }
}
