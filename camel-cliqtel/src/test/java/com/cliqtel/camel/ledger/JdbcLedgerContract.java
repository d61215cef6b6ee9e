/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.ConnectionPoolDataSource;

import com.cliqtel.camel.ledger.Claim.State;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** What a ledger in a database keeps to beside. */
abstract class JdbcLedgerContract extends LedgerContract {

    private static final JdbcLedgerOptions OPTIONS = JdbcLedgerOptions.DEFAULTS;

    JdbcConnectionPool database;
    private ConnectionPoolDataSource source;

    /** An empty database. */
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
        ledger.claim("in work", LONG, "r");
        ledger.abandon("abandoned", "in doubt");
        ledger.done("done", "end");
        ledger.position("position", "here");
        database.dispose();
        database = Databases.pool(source);

        Ledger restarted = new JdbcLedger(database);

        assertThat(restarted.claim("in work", LONG)).isEqualTo(new Claim(State.IN_PROGRESS, "r"));
        assertThat(restarted.claim("abandoned", LONG)).isEqualTo(new Claim(State.EXPIRED, "in doubt"));
        assertThat(restarted.claim("done", LONG)).isEqualTo(new Claim(State.DONE, "end"));
        assertThat(restarted.position("position")).contains("here");
    }

    @Test
    void whatSeveralNodesCreateAtOnceIsOneTable() throws Exception {
        for (String table : List.of("one", "two", "three")) {
            List<Claim> claims =
                    atOnce(i -> new JdbcLedger(database, OPTIONS.withTable(table)).claim("k", LONG, "by " + i));
            assertThat(claims).filteredOn(NEW::equals).hasSize(1);
        }
    }

    @Test
    void tablesKnowNothingOfEachOther() {
        Databases.execute(database, "CREATE SCHEMA sms");
        Ledger other = new JdbcLedger(database, OPTIONS.withTable("sms.cliqtel_ledger"));
        ledger.done("k", "end");
        assertThat(other.claim("k", LONG)).isEqualTo(NEW);
        assertThat(new JdbcLedger(database, OPTIONS.withTable("SMS.Cliqtel_Ledger")).claim("k", LONG))
                .isEqualTo(new Claim(State.IN_PROGRESS, ""));
    }

    @Test
    void missingTableIsReportedWithItsStatements() {
        JdbcLedgerOptions byHand = OPTIONS.withTable("by_hand").withTableByHand();
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> new JdbcLedger(database, byHand))
                .withMessageContaining("looking at the table by_hand failed")
                .withMessageContaining("CREATE TABLE IF NOT EXISTS by_hand (")
                .withMessageContaining("CREATE INDEX IF NOT EXISTS by_hand_ends_at ON by_hand (ends_at);");

        for (String statement : new LedgerSql("by_hand").ddl().split(";\n")) {
            Databases.execute(database, statement);
        }
        assertThat(new JdbcLedger(database, byHand).claim("k", LONG)).isEqualTo(NEW);
    }

    @Test
    void aTableOfSomethingElseIsRefused() {
        Databases.execute(database, "CREATE TABLE cattle (name VARCHAR(10))");
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> new JdbcLedger(database, OPTIONS.withTable("cattle")))
                .withMessageContaining("cattle");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    PRIMARY KEY (kind, name)              | CHECK (name <> '')                    | no primary key or unique constraint
                    PRIMARY KEY (kind, name)              | PRIMARY KEY (kind, name, state)       | no primary key or unique constraint
                    PRIMARY KEY (kind, name)              | PRIMARY KEY (kind, name, ends_at)     | no primary key or unique constraint
                    PRIMARY KEY (kind, name)              | PRIMARY KEY (name)                    | too few columns
                    name VARCHAR(500)                     | name VARCHAR(499)                     | a column is too short
                    kind VARCHAR(8)                       | kind VARCHAR(7)                       | a column is too short
                    state VARCHAR(9)                      | state VARCHAR(8)                      | a column is too short
                    record TEXT                           | record VARCHAR(4000)                  | a column is too short
                    state VARCHAR(9)                      | state CHAR(10)                        | doesn't return what is stored
                    TIMESTAMP WITH TIME ZONE              | TIMESTAMP                             | ends_at has no time zone
                    record TEXT NOT NULL                  | record TEXT NOT NULL, more INT NOT NULL | must not be NULL
                    """)
    void aTableOnWhichNoLedgerWorksIsRefusedAtTheStart(String column, String made, String fault) {
        Databases.execute(database, new LedgerSql("by_hand").createTable.replace(column, made));
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> new JdbcLedger(database, OPTIONS.withTable("by_hand")))
                .withMessageContaining("the table by_hand can't be used as a ledger: ")
                .withMessageContaining(fault)
                .withMessageContaining("CREATE TABLE IF NOT EXISTS by_hand (");
    }

    @Test
    void aTableThatIsMadeInAnotherWayAndDoesTheSameIsTaken() {
        Databases.execute(
                database,
                new LedgerSql("by_hand")
                        .createTable
                        .replace("PRIMARY KEY (kind, name)", "id INT, UNIQUE (name, kind)")
                        .replace("name VARCHAR(500)", "name VARCHAR(900)"));
        Ledger here = new JdbcLedger(database, OPTIONS.withTable("by_hand"));
        assertThat(here.claim("k", LONG)).isEqualTo(NEW);
        assertThat(here.claim("k", LONG).state()).isEqualTo(State.IN_PROGRESS);
    }

    @Test
    void theCheckOfATableLeavesNothingInIt() {
        new JdbcLedger(database);
        assertThat(names()).isEmpty();
    }

    @Test
    void connectionsAreGivenBackAsTheyCame() throws SQLException {
        for (boolean autoCommit : new boolean[] {true, false}) {
            try (Connection only = database.getConnection()) {
                only.setAutoCommit(autoCommit);
                PreparedDataSource unclosed = new PreparedDataSource(database, ignored -> notClosing(only, ignored));
                Ledger here = new JdbcLedger(unclosed, OPTIONS.withTable("t" + autoCommit));
                here.claim("k", LONG, "r");
                assertThat(only.getAutoCommit()).isEqualTo(autoCommit);
                Databases.execute(database, "DROP TABLE t" + autoCommit);
                assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> here.claim("k", LONG));
                assertThat(only.getAutoCommit()).isEqualTo(autoCommit);
                assertThat(only.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void connectionsWithoutAutoCommitDo() {
        Ledger here = new JdbcLedger(new PreparedDataSource(database, connection -> {
            connection.setAutoCommit(false);
            return connection;
        }));
        here.claim("k", LONG, "r");
        here.position("p", "here");
        assertThat(ledger.claim("k", LONG)).isEqualTo(new Claim(State.IN_PROGRESS, "r"));
        assertThat(ledger.position("p")).contains("here");
    }

    @Test
    void aConnectionInTheMiddleOfATransactionIsRefusedAndLeftAlone() throws SQLException {
        AtomicReference<Connection> route = new AtomicReference<>();
        Ledger here = new JdbcLedger(new PreparedDataSource(
                database, connection -> route.get() == null ? connection : notClosing(route.get(), connection)));
        try (Connection transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            transaction.createStatement().execute("DELETE FROM cliqtel_ledger");
            route.set(transaction);
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(() -> here.claim("k", LONG, "canary"))
                    .withMessageContaining("claiming k")
                    .withMessageContaining("in the middle of a transaction")
                    .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("canary"));
            assertThat(transaction.getAutoCommit()).isFalse();
            transaction.rollback();
        }
        assertThat(ledger.claim("k", LONG)).isEqualTo(NEW);
    }

    @Test
    void strictIsolationIsMetByTryingAgain() throws Exception {
        Ledger strict = new JdbcLedger(new PreparedDataSource(database, connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            return connection;
        }));
        for (String key : List.of("a", "b", "c")) {
            assertThat(atOnce(i -> strict.claim(key, Duration.ofMinutes(1), "by " + i)))
                    .filteredOn(NEW::equals)
                    .hasSize(1);
            strict.abandon(key, "in doubt");
            assertThat(atOnce(i -> strict.claim(key, LONG)))
                    .filteredOn(new Claim(State.EXPIRED, "in doubt")::equals)
                    .hasSize(1);
        }
    }

    @Test
    void nodesInDifferentTimeZonesAgree() {
        Ledger west = inTimeZone("-11:00");
        Ledger east = inTimeZone("+13:00");
        west.claim("west", LONG, "r");
        east.claim("east", LONG, "r");
        east.claim("over", Duration.ZERO, "r");
        assertThat(east.claim("west", LONG)).isEqualTo(new Claim(State.IN_PROGRESS, "r"));
        assertThat(west.claim("east", LONG)).isEqualTo(new Claim(State.IN_PROGRESS, "r"));
        assertThat(west.claim("over", LONG)).isEqualTo(new Claim(State.EXPIRED, "r"));
    }

    private Ledger inTimeZone(String offset) {
        return new JdbcLedger(new PreparedDataSource(database, connection -> {
            connection.createStatement().execute("SET TIME ZONE INTERVAL '" + offset + "' HOUR TO MINUTE");
            return connection;
        }));
    }

    @Test
    void anInterruptedThreadStillWritesWhatHappened() {
        Thread.currentThread().interrupt();
        ledger.done("k", "end");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ledger.claim("k", LONG)).isEqualTo(new Claim(State.DONE, "end"));
    }

    @Test
    void anInterruptHarmsNoOtherRequest() throws InterruptedException {
        for (int n = 0; n < 5; n++) {
            AtomicInteger calls = new AtomicInteger();
            Thread busy = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    ledger.done("busy", "end " + calls.incrementAndGet());
                }
            });
            busy.start();
            await().pollInterval(Duration.ofMillis(1)).until(() -> calls.get() > 3);
            busy.interrupt();
            busy.join();
            assertThat(ledger.claim("busy", LONG)).isEqualTo(new Claim(State.DONE, "end " + calls.get()));
        }
    }

    @Test
    void noTransactionOfTheCallersThreadReachesIt() {
        Thread route = Thread.currentThread();
        Ledger here = new JdbcLedger(new PreparedDataSource(database, connection -> {
            assertThat(Thread.currentThread()).isNotEqualTo(route);
            return connection;
        }));
        assertThat(here.claim("k", LONG)).isEqualTo(NEW);
    }

    @Test
    void aFailureSaysWhatWasTriedAndNoRecord() {
        ledger.claim("k", LONG, "canary");
        Databases.execute(database, "DROP TABLE cliqtel_ledger");
        failing(() -> ledger.claim("k", LONG, "canary"), "claiming k failed: SQLState ");
        failing(() -> ledger.done("k", "canary"), "writing that k is done failed: SQLState ");
        failing(() -> ledger.abandon("k", "canary"), "abandoning k failed: SQLState ");
        failing(() -> ledger.release("k"), "releasing k failed: SQLState ");
        failing(() -> ledger.position("k"), "reading the position k failed: SQLState ");
        failing(() -> ledger.position("k", "canary"), "writing the position k failed: SQLState ");
    }

    @Test
    void aClosedPoolGivesNoClaim() {
        database.dispose();
        failing(() -> ledger.claim("k", LONG, "canary"), "claiming k failed: ");
        failing(() -> new JdbcLedger(database), "connecting to the ledger's database failed: ");
        database = Databases.pool(source);
    }

    @Test
    void whatTheDatabaseSaysOfARecordIsLeftOut() {
        Ledger narrow = new JdbcLedger(database, OPTIONS.withTable("narrow"));
        Databases.execute(database, "ALTER TABLE narrow ALTER COLUMN record SET DATA TYPE VARCHAR(9)");
        Databases.execute(database, "ALTER TABLE narrow ADD CHECK (record <> 'canary')");
        failing(() -> narrow.claim("k", LONG, "canary, too long"), "claiming k failed: SQLState 22001");
        failing(() -> narrow.claim("k", LONG, "canary"), "claiming k failed: SQLState 23");
        failing(() -> narrow.done("k", "canary"), "writing that k is done failed: SQLState 23");
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
    void oldEntriesAreDeletedAndNothingElse() {
        AtomicLong nanos = new AtomicLong(Long.MIN_VALUE);
        Ledger here = new JdbcLedger(database, OPTIONS.withRetention(Duration.ofDays(2)), nanos::get);
        here.done("due at the start", "");
        here.done("old done", "");
        here.abandon("old abandoned", "");
        here.claim("old, its process died", Duration.ZERO);
        here.claim("in work since long ago", Ledger.MAX_LEASE);
        here.position("old position", "here");
        grow(49);
        here.done("young", "");
        here.abandon("young and abandoned", "");
        assertThat(names()).hasSize(8);

        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
        here.done("hour over", "");

        assertThat(names())
                .containsExactlyInAnyOrder(
                        "in work since long ago", "old position", "young", "young and abandoned", "hour over");
    }

    @Test
    void manyOldEntriesAreDeletedInBatches() {
        AtomicLong nanos = new AtomicLong();
        Ledger here = new JdbcLedger(database, OPTIONS, nanos::get);
        here.done("due at the start", "");
        Databases.execute(database, """
                INSERT INTO cliqtel_ledger
                SELECT 'claim', 'old ' || each, 'done', '', CURRENT_TIMESTAMP + each * INTERVAL '0.001' SECOND
                FROM (VALUES %s) AS numbers (each)""".formatted(IntStream.rangeClosed(1, Purge.BATCH + 1)
                .mapToObj(each -> "(" + each + ")")
                .collect(Collectors.joining(", "))));
        grow(31 * 24);

        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
        here.done("one batch", "");
        assertThat(names()).hasSize(3);
        here.done("not yet", "");
        assertThat(names()).hasSize(4);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        here.abandon("second batch", "");
        assertThat(names()).containsExactlyInAnyOrder("one batch", "not yet", "second batch");
    }

    @Test
    void aClaimThatIsTakenOverWhileItIsFoundOldStays() throws Exception {
        Ledger here = new JdbcLedger(database, OPTIONS, new AtomicLong()::get);
        for (int i = 0; i < 20; i++) {
            String key = "k" + i;
            here.claim(key, Duration.ZERO, "r");
        }
        grow(31 * 24);
        List<Long> held = atOnce(thread -> {
            Ledger node = new JdbcLedger(database, OPTIONS, new AtomicLong()::get);
            node.done("purges " + thread, "");
            return IntStream.range(0, 20)
                    .filter(i -> List.of(State.NEW, State.EXPIRED)
                            .contains(node.claim("k" + i, LONG).state()))
                    .count();
        });
        assertThat(held.stream().mapToLong(Long::longValue).sum()).isEqualTo(20);
    }

    /** Makes all entries older. */
    private void grow(int hours) {
        Databases.execute(database, "UPDATE cliqtel_ledger SET ends_at = ends_at - " + hours + " * INTERVAL '1' HOUR");
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

    /** The first in place of the second, and not closed by whom it is given to, as one bound to a transaction is. */
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
