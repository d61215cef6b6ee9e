/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.ConnectionPoolDataSource;

import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** The tests that a ledger in a database passes besides. */
abstract class JdbcLedgerContract extends LedgerContract {

    private static final JdbcLedgerOptions OPTIONS = JdbcLedgerOptions.DEFAULTS;

    JdbcConnectionPool database;
    private ConnectionPoolDataSource source;

    /** Returns an empty database. */
    abstract ConnectionPoolDataSource database();

    @Override
    Ledger ledger() {
        source = database();
        database = Databases.pool(source);
        return new JdbcLedger(database);
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.dispose();
        }
    }

    @Test
    void allIsThereAfterARestart() {
        take(Hold.of("taken"), "r");
        Hold kept = Hold.of("kept");
        take(kept, "r");
        ledger.keep(kept, "known");
        take(mine, "r");
        ledger.close(mine, "end", "m");
        ledger.position("position", "here");
        database.dispose();
        database = Databases.pool(source);

        Ledger restarted = new JdbcLedger(database);

        assertThat(take(restarted, Hold.of("taken"), "")).isEqualTo(busy("r"));
        assertThat(take(restarted, Hold.of("kept"), "")).isEqualTo(resumed("known"));
        assertThat(take(restarted, other, "")).isEqualTo(closed("end"));
        assertThat(restarted.find(List.of("m"), null).byMessage()).containsExactly(Map.entry("m", "k"));
        assertThat(restarted.position("position")).contains("here");
    }

    @Test
    void severalNodesMayCreateTheTableAtOnce() throws Exception {
        for (String table : List.of("one", "two", "three")) {
            List<Claim> claims =
                    atOnce(i -> take(new JdbcLedger(database, OPTIONS.withTable(table)), Hold.of("k"), "by " + i));
            assertThat(claims).filteredOn(Claim.NEW::equals).hasSize(1);
        }
    }

    @Test
    void callersThatOpenTheDatabaseAtOnceCheckItOnce() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        Ledger here = new JdbcLedger(new PreparedDataSource(database, connection -> {
            connections.incrementAndGet();
            return connection;
        }));
        ledger.position("p");
        here.position("p");
        int opening = connections.getAndSet(0);
        Ledger again = new JdbcLedger(new PreparedDataSource(database, connection -> {
            connections.incrementAndGet();
            return connection;
        }));
        atOnce(i -> again.position("p"));
        assertThat(connections).hasValue(opening + 15);
    }

    @Test
    void tablesAreIndependentOfEachOther() {
        // in MariaDB, a schema is a database of the whole server
        String schema = "sms_" + UUID.randomUUID().toString().substring(0, 8);
        Databases.execute(database, "CREATE SCHEMA " + schema);
        Ledger there = new JdbcLedger(database, OPTIONS.withTable(schema + ".cliqtel_ledger"));
        take(mine, "r");
        ledger.close(mine, "end", null);
        assertThat(take(there, other, "")).isEqualTo(Claim.NEW);
    }

    @Test
    void aMissingTableIsReportedWithItsStatements() {
        Ledger here = new JdbcLedger(database, OPTIONS.withTable("by_hand").withTableByHand());
        assertThatExceptionOfType(UnusableDatabaseException.class)
                .isThrownBy(() -> here.position("p"))
                .withMessageContaining("The ledger's table by_hand is missing")
                .withMessageContaining("CREATE TABLE IF NOT EXISTS by_hand (");

        createByHand("", "");
        assertThat(take(here, mine, "")).isEqualTo(Claim.NEW);
    }

    private SqlDialect dialect() {
        try (Connection connection = database.getConnection()) {
            return SupportedDatabases.dialect(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void createByHand(String column, String instead) {
        for (String statement : new LedgerSql(dialect(), "by_hand").ddl) {
            Databases.execute(database, statement.replace(column, instead));
        }
    }

    @Test
    void aTableOfSomethingElseIsRefused() {
        Databases.execute(database, "CREATE TABLE cattle (name VARCHAR(10))");
        assertThatExceptionOfType(UnusableDatabaseException.class)
                .isThrownBy(() -> new JdbcLedger(database, OPTIONS.withTable("cattle")).position("p"))
                .withMessageContaining("The ledger's table cattle lacks a column");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NOT NULL PRIMARY KEY | NOT NULL                              | no primary key or unique constraint on exactly the column name
                    NOT NULL PRIMARY KEY | NOT NULL, PRIMARY KEY (name, state)   | no primary key or unique constraint on exactly the column name
                    NOT NULL PRIMARY KEY | NOT NULL, PRIMARY KEY (name, ends_at) | no primary key or unique constraint on exactly the column name
                    CREATE UNIQUE INDEX  | CREATE INDEX                          | no unique constraint on exactly the column message
                    UNIQUE KEY           | KEY                                   | no unique constraint on exactly the column message
                    name VARCHAR(80)     | name VARCHAR(70)                      | a column is too short
                    owner VARCHAR(64)    | owner VARCHAR(63)                     | a column is too short
                    message VARCHAR(64)  | message VARCHAR(63)                   | a column is too short
                    likeness VARCHAR(64) | likeness VARCHAR(63)                  | a column is too short
                    state VARCHAR(8)     | state VARCHAR(7)                      | a column is too short
                    record TEXT          | record VARCHAR(4000)                  | a column is too short
                    record LONGTEXT      | record VARCHAR(4000)                  | a column is too short
                    WITH TIME ZONE       | WITHOUT TIME ZONE                     | without a time zone
                    record               | more INT NOT NULL, record             | must not be NULL
                    """)
    void aTableThatALedgerCannotUseIsRefused(String column, String made, String fault) {
        String ddl = String.join("\n", new LedgerSql(dialect(), "by_hand").ddl);
        Assumptions.assumeTrue(ddl.contains(column), "the DDL of this database has no such part");
        createByHand(column, made);
        assertThatExceptionOfType(UnusableDatabaseException.class)
                .isThrownBy(() -> new JdbcLedger(database, OPTIONS.withTable("by_hand")).position("p"))
                .withMessageContaining("The ledger's table by_hand ")
                .withMessageContaining(fault)
                .withMessageContaining("CREATE TABLE IF NOT EXISTS by_hand (");
    }

    @Test
    void aTableThatWasCreatedInAnotherWayIsUsedIfItDoesTheSame() {
        createByHand("NOT NULL PRIMARY KEY", "NOT NULL UNIQUE, id INT");
        Ledger here = new JdbcLedger(database, OPTIONS.withTable("by_hand"));
        assertThat(take(here, mine, "r")).isEqualTo(Claim.NEW);
        assertThat(take(here, other, "")).isEqualTo(busy("r"));
    }

    @Test
    void theCheckOfATableLeavesNothingInIt() {
        assertThat(ledger.position("p")).isEmpty();
        assertThat(names()).isEmpty();
    }

    @Test
    void aLedgerConnectsAtItsFirstCall() {
        AtomicBoolean reachable = new AtomicBoolean();
        Ledger here = new JdbcLedger(new PreparedDataSource(database, connection -> {
            if (!reachable.get()) {
                connection.close();
                throw new SQLException("not yet", "08001");
            }
            return connection;
        }));
        failing(() -> here.take(mine, LONG), "connecting to the ledger's database failed: ");
        reachable.set(true);
        assertThat(take(here, mine, "")).isEqualTo(Claim.NEW);
    }

    @Test
    void connectionsAreReturnedAsTheyWere() throws SQLException {
        for (boolean autoCommit : new boolean[] {true, false}) {
            try (Connection only = database.getConnection()) {
                only.setAutoCommit(autoCommit);
                PreparedDataSource unclosed = new PreparedDataSource(database, ignored -> notClosing(only, ignored));
                Ledger here = new JdbcLedger(unclosed, OPTIONS.withTable("t" + autoCommit));
                take(here, mine, "r");
                assertThat(only.getAutoCommit()).isEqualTo(autoCommit);
                Databases.execute(database, "DROP TABLE t" + autoCommit);
                assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> take(here, mine, ""));
                assertThat(only.getAutoCommit()).isEqualTo(autoCommit);
                assertThat(only.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void connectionsWithoutAutoCommitCanBeUsed() {
        Ledger here = new JdbcLedger(new PreparedDataSource(database, connection -> {
            connection.setAutoCommit(false);
            return connection;
        }));
        take(here, mine, "r");
        here.position("p", "here");
        assertThat(take(other, "")).isEqualTo(busy("r"));
        assertThat(ledger.position("p")).contains("here");
        here.own("once", "m");
        assertThat(here.close(mine, "end", "m")).isEqualTo(Closing.MESSAGE_TAKEN);
        assertThat(here.close(mine, "end", "m2")).isEqualTo(Closing.CLOSED);
        assertThat(take(other, "")).isEqualTo(closed("end"));
    }

    @Test
    void aConnectionInTheMiddleOfATransactionIsRefusedAndLeftAlone() throws SQLException {
        AtomicReference<Connection> route = new AtomicReference<>();
        Ledger here = new JdbcLedger(new PreparedDataSource(
                database, connection -> route.get() == null ? connection : notClosing(route.get(), connection)));
        here.position("p", "here");
        try (Connection transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            transaction.createStatement().execute("DELETE FROM cliqtel_ledger");
            route.set(transaction);
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(() -> take(here, mine, "canary"))
                    .withMessageContaining("taking k")
                    .withMessageContaining("in the middle of a transaction")
                    .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("canary"));
            assertThat(transaction.getAutoCommit()).isFalse();
            transaction.rollback();
        }
        assertThat(ledger.position("p")).contains("here");
        assertThat(take(mine, "")).isEqualTo(Claim.NEW);
    }

    @Test
    void serializableTransactionsAreRepeated() throws Exception {
        Ledger strict = new JdbcLedger(new PreparedDataSource(database, connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            return connection;
        }));
        for (String key : List.of("a", "b", "c")) {
            List<Hold> winners = atOnce(i -> {
                        Hold hold = Hold.of(key);
                        return take(strict, hold, "by " + i).isTaken() ? hold : null;
                    })
                    .stream()
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(winners).hasSize(1);
            strict.keep(winners.get(0), "known");
            assertThat(atOnce(i -> take(strict, Hold.of(key), "")))
                    .filteredOn(resumed("known")::equals)
                    .hasSize(1);
        }
        assertThat(atOnce(i -> {
                    for (int n = 0; n < 20; n++) {
                        Hold hold = Hold.of("many:" + i + ":" + n);
                        take(strict, hold, "");
                        strict.close(hold, "end", "m:" + i + ":" + n);
                    }
                    return true;
                }))
                .containsOnly(true);
    }

    @Test
    void nodesInDifferentTimeZonesAgree() {
        Ledger west = inTimeZone("-11:00");
        Ledger east = inTimeZone("+13:00");
        take(west, Hold.of("west"), "r");
        take(east, Hold.of("east"), "r");
        east.take(Hold.of("ended"), Duration.ZERO, "r", null);
        assertThat(take(east, Hold.of("west"), "")).isEqualTo(busy("r"));
        assertThat(take(west, Hold.of("east"), "")).isEqualTo(busy("r"));
        assertThat(take(west, Hold.of("ended"), "")).isEqualTo(resumed("r"));
    }

    private Ledger inTimeZone(String offset) {
        String statement = dialect() instanceof MySqlDialect
                ? "SET time_zone = '" + offset + "'"
                : "SET TIME ZONE INTERVAL '" + offset + "' HOUR TO MINUTE";
        return new JdbcLedger(new PreparedDataSource(database, connection -> {
            connection.createStatement().execute(statement);
            return connection;
        }));
    }

    @Test
    void anInterruptedThreadStillWritesAResult() {
        take(mine, "r");
        Thread.currentThread().interrupt();
        ledger.close(mine, "end", null);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(take(other, "")).isEqualTo(closed("end"));
    }

    @Test
    void anInterruptHarmsNoOtherCall() throws InterruptedException {
        take(mine, "r");
        for (int n = 0; n < 5; n++) {
            AtomicInteger calls = new AtomicInteger();
            Thread busy = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    ledger.renew(mine, LONG, "known " + calls.incrementAndGet());
                }
            });
            busy.start();
            await().pollInterval(Duration.ofMillis(1)).until(() -> calls.get() > 3);
            busy.interrupt();
            busy.join();
            assertThat(take(other, "")).isEqualTo(busy("known " + calls.get()));
        }
    }

    @Test
    void noTransactionOfTheCallersThreadReachesIt() {
        Thread route = Thread.currentThread();
        Ledger here = new JdbcLedger(new PreparedDataSource(database, connection -> {
            assertThat(Thread.currentThread()).isNotEqualTo(route);
            return connection;
        }));
        assertThat(take(here, mine, "")).isEqualTo(Claim.NEW);
    }

    @Test
    void aFailureNamesTheCallAndNoRecord() {
        take(mine, "canary");
        Databases.execute(database, "DROP TABLE cliqtel_ledger");
        failing(() -> take(other, "canary"), "taking k failed: SQLState ");
        failing(() -> ledger.renew(mine, LONG, "canary"), "renewing k failed: SQLState ");
        failing(() -> ledger.keep(mine, "canary"), "keeping a record of k failed: SQLState ");
        failing(() -> ledger.free(mine), "freeing k failed: SQLState ");
        failing(() -> ledger.close(mine, "canary", "m"), "closing k failed: SQLState ");
        failing(() -> ledger.own("k", "m"), "noting the message of k failed: SQLState ");
        failing(() -> ledger.find(List.of("m"), null), "looking for messages failed: SQLState ");
        failing(() -> ledger.position("k"), "reading the position k failed: SQLState ");
        failing(() -> ledger.position("k", "canary"), "writing the position k failed: SQLState ");
    }

    @Test
    void aClosedPoolGivesNoEntry() {
        take(mine, "r");
        database.dispose();
        failing(() -> take(other, "canary"), "taking k failed: ");
        failing(() -> new JdbcLedger(database).position("p"), "connecting to the ledger's database failed: ");
        database = Databases.pool(source);
    }

    @Test
    void anExhaustedPoolGivesNoEntryAndWorksAfterwards() throws SQLException {
        take(mine, "r");
        database.setMaxConnections(1);
        database.setLoginTimeout(1);
        try (Connection route = database.getConnection()) {
            assertThat(route.isValid(1)).isTrue();
            failing(() -> take(other, "canary"), "taking k failed: ");
            failing(() -> ledger.close(mine, "end", null), "closing k failed: ");
        }
        assertThat(ledger.close(mine, "end", null)).isEqualTo(Closing.CLOSED);
    }

    @Test
    void theMessageOfTheDatabaseAboutARecordIsLeftOut() {
        Ledger narrow = new JdbcLedger(database, OPTIONS.withTable("narrow"));
        take(narrow, mine, "r");
        Databases.execute(
                database,
                dialect() instanceof MySqlDialect
                        ? "ALTER TABLE narrow MODIFY record VARCHAR(9) NOT NULL"
                        : "ALTER TABLE narrow ALTER COLUMN record SET DATA TYPE VARCHAR(9)");
        failing(() -> narrow.renew(mine, LONG, "canary, too long"), "renewing k failed: SQLState 22001");
    }

    private static void failing(Runnable call, String words) {
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(call::run)
                .withMessageContaining(words)
                .satisfies(thrown -> assertThat(thrown.getCause()).isNotNull())
                .satisfies(thrown -> assertThat(thrown).hasStackTraceContaining("JdbcLedgerContract"))
                .satisfies(thrown -> {
                    for (Throwable each = thrown; each != null; each = each.getCause()) {
                        assertThat(each.toString()).doesNotContain("canary");
                        assertThat(each.getSuppressed()).isEmpty();
                    }
                });
    }

    @Test
    void aCallWhoseAnswerWasLostIsRepeated() {
        AtomicBoolean next = new AtomicBoolean();
        AtomicInteger lost = new AtomicInteger();
        Ledger here = new JdbcLedger(WatchedDataSource.of(database, () -> {
            if (next.getAndSet(false)) {
                lost.incrementAndGet();
                throw new SQLException("the connection was closed", "08006");
            }
        }));
        here.position("p");
        for (int n = 0; n < 3; n++) {
            Hold hold = Hold.of("k" + n);
            next.set(true);
            assertThat(take(here, hold, "r")).isEqualTo(Claim.NEW);
            next.set(true);
            assertThat(here.renew(hold, LONG, "known")).isTrue();
            next.set(true);
            assertThat(here.close(hold, "end", "m" + n)).isEqualTo(Closing.CLOSED);
            next.set(true);
            assertThat(here.own("once" + n, "n" + n)).isTrue();
            next.set(true);
            here.position("p", "here " + n);
            next.set(true);
            assertThat(here.position("p")).contains("here " + n);
            next.set(true);
            assertThat(here.find(List.of("m" + n), null).byMessage()).hasSize(1);
            Hold second = Hold.of("second" + n);
            take(here, second, "r");
            next.set(true);
            assertThat(here.keep(second, "known")).isTrue();
            take(here, second, "");
            next.set(true);
            here.free(second);
            assertThat(take(here, Hold.of("second" + n), "")).isEqualTo(Claim.NEW);
        }
        assertThat(lost).hasValue(27);
    }

    @Test
    void eachCallIsOneStatement() {
        AtomicInteger counted = new AtomicInteger();
        Ledger here = new JdbcLedger(WatchedDataSource.of(database, counted::incrementAndGet));
        here.keep(mine, "opens the database, and purges");
        counted.set(0);
        // embedded, and with a checkpoint
        int most = Map.of("h2", 5, "mysql", 2).getOrDefault(dialect().name(), 1);
        Map<String, Runnable> calls = new LinkedHashMap<>();
        calls.put("take a new entry", () -> take(here, mine, "r"));
        calls.put("take a busy entry", () -> take(here, other, "r"));
        calls.put("renew", () -> here.renew(mine, LONG, "r"));
        calls.put("keep", () -> here.keep(mine, "known"));
        calls.put("take a kept entry", () -> take(here, other, "r"));
        calls.put("close", () -> here.close(other, "end", "m"));
        calls.put("take a closed entry", () -> take(here, mine, "r"));
        calls.put("own", () -> here.own("once", "n"));
        calls.put("own another's message", () -> here.own("twice", "n"));
        calls.put("find", () -> here.find(List.of("m", "n"), "like"));
        calls.put("free", () -> here.free(mine));
        calls.put("read a position", () -> here.position("p"));
        calls.put("write a position", () -> here.position("p", "here"));
        calls.forEach((what, call) -> {
            call.run();
            assertThat(counted.getAndSet(0)).as(what).isBetween(1, most);
        });
    }

    @Test
    void twoProcessesTakeEachEntryOnce() throws Exception {
        TakingProcess one = TakingProcess.start(source);
        Assumptions.assumeTrue(one != null, "only one process can open this database");
        TakingProcess other = TakingProcess.start(source);
        assertThat(one.taken() + other.taken()).isEqualTo(TakingProcess.KEYS);
    }

    @Test
    void oldEntriesAreDeletedAndNothingElse() {
        AtomicLong nanos = new AtomicLong(Long.MIN_VALUE);
        Ledger here = new JdbcLedger(database, OPTIONS.withRetention(Duration.ofDays(2)), nanos::get);
        here.own("due:at:the:start", "m0");
        here.own("old:owned", "m1");
        Hold kept = Hold.of("old:kept");
        take(here, kept, "r");
        here.keep(kept, "known");
        here.take(Hold.of("old:ended"), Duration.ZERO);
        here.take(Hold.of("taken"), Ledger.MAX_LEASE);
        here.position("old", "here");
        Hold touched = Hold.of("old:touched");
        take(here, touched, "r");
        grow(49);
        here.keep(touched, "lately");
        here.own("young", "m2");
        assertThat(names()).hasSize(8);

        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
        here.own("last", "m3");

        assertThat(names()).containsExactlyInAnyOrder("taken", "position old", "old:touched", "young", "last");
    }

    @Test
    void manyOldEntriesAreDeletedInBatches() throws SQLException {
        AtomicLong nanos = new AtomicLong();
        Ledger here = new JdbcLedger(database, OPTIONS, nanos::get);
        here.own("due:at:the:start", "m0");
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO cliqtel_ledger " + LedgerSql.COLUMNS
                        + " SELECT ?, '', 'closed', '', NULL, NULL, ends_at, created_at FROM cliqtel_ledger"
                        + " WHERE name = 'due:at:the:start'")) {
            for (int each = 0; each <= Purge.BATCH; each++) {
                insert.setString(1, "old:" + each);
                insert.executeUpdate();
            }
        }
        grow(31 * 24);

        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
        here.own("one:batch", "m1");
        assertThat(names()).hasSize(3);
        here.own("not:yet", "m2");
        assertThat(names()).hasSize(4);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        here.own("second:batch", "m3");
        assertThat(names()).containsExactlyInAnyOrder("one:batch", "not:yet", "second:batch");
    }

    @Test
    void anEntryThatIsTakenWhileItIsFoundOldStays() throws Exception {
        Ledger here = new JdbcLedger(database, OPTIONS, new AtomicLong()::get);
        for (int i = 0; i < 20; i++) {
            here.take(Hold.of("k" + i), Duration.ZERO, "r", null);
        }
        grow(31 * 24);
        List<Long> held = atOnce(thread -> {
            Ledger node = new JdbcLedger(database, OPTIONS, new AtomicLong()::get);
            node.own("purges:" + thread, "m" + thread);
            return IntStream.range(0, 20)
                    .filter(i -> take(node, Hold.of("k" + i), "").isTaken())
                    .count();
        });
        assertThat(held.stream().mapToLong(Long::longValue).sum()).isEqualTo(20);
    }

    /** Makes all entries older. */
    private void grow(int hours) {
        String older = dialect() instanceof MySqlDialect
                ? " - INTERVAL " + hours + " HOUR"
                : " - " + hours + " * INTERVAL '1' HOUR";
        Databases.execute(
                database, "UPDATE cliqtel_ledger SET ends_at = ends_at" + older + ", created_at = created_at" + older);
    }

    private List<String> names() {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("SELECT name FROM cliqtel_ledger")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Returns the first connection in place of the second; its close does nothing, as if it were bound to a transaction. */
    private static Connection notClosing(Connection bound, Connection instead) throws SQLException {
        instead.close();
        return (Connection) Proxy.newProxyInstance(
                JdbcLedgerContract.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (p, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(bound, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
