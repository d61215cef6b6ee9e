/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger.idempotent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Claim.State;
import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Two ledgers over one repository are two nodes, or one before and after its restart. */
class IdempotentRepositoryLedgerTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Claim NEW = new Claim(State.NEW, "");

    private final MemoryIdempotentRepository repository = new MemoryIdempotentRepository();
    private final Ledger ledger = new IdempotentRepositoryLedger(repository);
    private final Ledger other = new IdempotentRepositoryLedger(repository);

    @BeforeEach
    void start() {
        repository.start();
    }

    private static Claim take(Ledger ledger, String key) {
        return ledger.take(Hold.of(key), LONG, "r", null);
    }

    private static void close(Ledger ledger, String key) {
        Hold hold = Hold.of(key);
        ledger.take(hold, LONG, "r", null);
        assertThat(ledger.close(hold, "end", null)).isEqualTo(Closing.CLOSED);
    }

    @Test
    void anEntryThatAnotherNodeHasIsResumedWithoutARecord() {
        assertThat(take(ledger, "k")).isEqualTo(Claim.NEW);
        assertThat(take(other, "k")).isEqualTo(new Claim(State.RESUMED, ""));
        assertThat(take(other, "k")).isEqualTo(new Claim(State.BUSY, ""));
    }

    @Test
    void anEntryOfAProcessThatDiedIsNeitherNewNorClosed() {
        take(ledger, "k");
        assertThat(take(new IdempotentRepositoryLedger(repository), "k").state())
                .isEqualTo(State.RESUMED);
    }

    @Test
    void aClosedEntryIsClosedEverywhereWithoutARecord() {
        close(ledger, "k");
        assertThat(take(other, "k")).isEqualTo(new Claim(State.CLOSED, ""));
        assertThat(take(other, "k")).isEqualTo(new Claim(State.CLOSED, ""));
        assertThat(take(ledger, "k")).isEqualTo(new Claim(State.CLOSED, "end"));
    }

    @Test
    void anEndedLeaseIsClosedIfAnotherNodeClosedTheEntry() {
        ledger.take(Hold.of("k"), Duration.ZERO, "r", null);
        close(other, "k");
        assertThat(take(ledger, "k")).isEqualTo(new Claim(State.CLOSED, ""));
    }

    @Test
    void aFreedEntryIsNewEverywhere() {
        Hold hold = Hold.of("k");
        ledger.take(hold, LONG);
        ledger.free(hold);
        assertThat(take(other, "k")).isEqualTo(Claim.NEW);
    }

    @Test
    void aKeptEntryIsResumedEverywhere() {
        Hold hold = Hold.of("k");
        ledger.take(hold, LONG);
        assertThat(ledger.keep(hold, "known")).isTrue();
        assertThat(take(other, "k")).isEqualTo(new Claim(State.RESUMED, ""));
        assertThat(take(ledger, "k")).isEqualTo(new Claim(State.RESUMED, "known"));
        assertThat(ledger.keepsRecords()).isFalse();
    }

    @Test
    void aClosedEntryStaysClosed() {
        Hold hold = Hold.of("k");
        other.take(hold, LONG);
        close(ledger, "k");
        other.free(hold);
        other.keep(hold, "known");
        assertThat(take(new IdempotentRepositoryLedger(repository), "k")).isEqualTo(new Claim(State.CLOSED, ""));
    }

    @Test
    void aMessageIsNamedByOneEntryOnAllNodes() {
        Hold hold = Hold.of("k");
        ledger.take(hold, LONG);
        assertThat(ledger.close(hold, "end", "m1")).isEqualTo(Closing.CLOSED);
        assertThat(other.own("once:1", "m1")).isFalse();
        assertThat(other.own("once:1", "m2")).isTrue();
        assertThat(other.own("once:1", "m2")).as("repeated").isTrue();
        Hold second = Hold.of("second");
        ledger.take(second, LONG);
        assertThat(ledger.close(second, "end", "m2")).isEqualTo(Closing.MESSAGE_TAKEN);
        assertThat(ledger.find(List.of("m1", "m2", "m3"), null).byMessage())
                .containsOnly(Map.entry("m1", "k"), Map.entry("m2", ""));
    }

    @Test
    void aClosedEntryHasOneKeyInTheRepository() {
        Hold hold = Hold.of("k");
        ledger.take(hold, LONG);
        assertThat(repository.getCache()).containsOnlyKeys("held:k");
        ledger.close(hold, "end", null);
        assertThat(repository.getCache()).containsOnlyKeys("closed:k");
        take(other, "k");
        assertThat(repository.getCache()).containsOnlyKeys("closed:k");
    }

    @Test
    void positionsAreKeptHereOnly() {
        ledger.position("p", "here");
        assertThat(ledger.position("p")).contains("here");
        assertThat(other.position("p")).isEmpty();
        assertThat(repository.getCache()).isEmpty();
    }

    @Test
    void aFailingRepositoryGivesNoEntry() {
        Ledger failing = new IdempotentRepositoryLedger(new FailingRepository(Set.of("add", "contains", "remove")));
        for (int times = 0; times < 2; times++) {
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(() -> failing.take(Hold.of("k"), LONG, "canary", null))
                    .withMessage("taking k: the idempotent repository failed with down");
        }
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> failing.own("k", "m"))
                .withMessageContaining("noting the message of k");
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> failing.find(List.of("m"), null))
                .withMessageContaining("looking for messages");
    }

    @Test
    void anEntryIsClosedHereAlthoughTheRepositoryFailed() {
        FailingRepository broken = new FailingRepository(new HashSet<>(), repository);
        Ledger failing = new IdempotentRepositoryLedger(broken);
        Hold hold = Hold.of("k");
        Hold freed = Hold.of("freed");
        failing.take(hold, LONG);
        failing.take(freed, LONG);
        broken.calls().addAll(Set.of("add", "remove"));
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> failing.close(hold, "end", null))
                .withMessageContaining("closing k");
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> failing.free(freed))
                .withMessageContaining("freeing freed");
        assertThat(take(failing, "k")).isEqualTo(new Claim(State.CLOSED, "end"));
        broken.calls().clear();
        assertThat(failing.close(hold, "end", null)).as("repeated").isEqualTo(Closing.CLOSED);
        assertThat(take(new IdempotentRepositoryLedger(broken), "k")).isEqualTo(new Claim(State.CLOSED, ""));
    }

    @Test
    void aRepeatedCloseRemovesWhatTheFirstOneLeft() {
        FailingRepository broken = new FailingRepository(new HashSet<>(), repository);
        Ledger failing = new IdempotentRepositoryLedger(broken);
        Hold hold = Hold.of("k");
        failing.take(hold, LONG);
        broken.calls().add("remove");
        assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> failing.close(hold, "end", "m"));
        broken.calls().clear();
        assertThat(failing.close(hold, "end", "m")).isEqualTo(Closing.CLOSED);
        assertThat(repository.getCache()).containsOnlyKeys("closed:k", "message:m");
    }

    @Test
    void anEntryWhoseTakeFailedIsNotNewAgain() {
        // added, and then it failed
        Ledger failing = new IdempotentRepositoryLedger(new FailingRepository(Set.of("contains"), repository));
        assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> take(failing, "k"));
        assertThat(take(ledger, "k").state()).isEqualTo(State.RESUMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "webhook:0123456789abcdef0123456789abcdef0123456789abcdef01234567",
                "send:0123456789abcdef0123456789abcdef0123456789abcdef0123456789a",
                "status:shop:all:sent,delivered:42:%C3%A4",
                "Upper:Case",
                "k"
            })
    void aDatabaseOfCamelTakesEachKey(String key) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        JdbcMessageIdRepository inDatabase = new JdbcMessageIdRepository(database, "x");
        inDatabase.start();
        Ledger first = new IdempotentRepositoryLedger(inDatabase);
        Hold hold = Hold.of(key);
        assertThat(first.take(hold, LONG)).isEqualTo(Claim.NEW);
        assertThat(take(new IdempotentRepositoryLedger(inDatabase), key).state())
                .isEqualTo(State.RESUMED);
        first.close(hold, "", key);
        assertThat(take(new IdempotentRepositoryLedger(inDatabase), key).state())
                .isEqualTo(State.CLOSED);
    }

    @Test
    void noStoredKeyIsLongerThan64CharactersAndNoTwoAreTheSame() {
        for (String key : List.of("k".repeat(59), "k".repeat(60), "K".repeat(59), "k".repeat(64), "K".repeat(64))) {
            take(ledger, key);
        }
        assertThat(repository.getCache().keySet()).hasSize(5).allMatch(stored -> stored.length() <= 64);
        assertThat(repository.getCache().keySet().stream()
                        .map(stored -> stored.toLowerCase(Locale.ROOT))
                        .distinct())
                .hasSize(5);
    }

    @Test
    void startsAndStopsTheRepositoryWithTheContext(@TempDir Path folder) throws Exception {
        FileIdempotentRepository file = new FileIdempotentRepository();
        file.setFileStore(folder.resolve("keys").toFile());
        try (CamelContext context = new DefaultCamelContext()) {
            Ledger inFile = new IdempotentRepositoryLedger(file);
            context.addService(inFile);
            context.start();
            assertThat(file.isStarted()).isTrue();
            close(inFile, "k");
        }
        assertThat(file.isStopped()).isTrue();

        FileIdempotentRepository again = new FileIdempotentRepository();
        again.setFileStore(folder.resolve("keys").toFile());
        IdempotentRepositoryLedger restarted = new IdempotentRepositoryLedger(again);
        restarted.start();
        assertThat(take(restarted, "k")).isEqualTo(new Claim(State.CLOSED, ""));
        restarted.stop();
    }

    @Test
    void noRepositoryIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdempotentRepositoryLedger(null))
                .withMessageContaining("no idempotent repository");
    }

    @Test
    void itsTextShowsNeitherKeysNorRecords() {
        close(ledger, "canary-key");
        assertThat(ledger.toString())
                .startsWith("IdempotentRepositoryLedger[Memory")
                .doesNotContain("canary");
    }

    /** Fails in these of its calls. */
    private record FailingRepository(Set<String> calls, IdempotentRepository repository)
            implements IdempotentRepository {

        FailingRepository(Set<String> calls) {
            this(calls, new MemoryIdempotentRepository());
        }

        private IdempotentRepository unless(String call) {
            if (calls.contains(call)) {
                throw new IllegalStateException("down");
            }
            return repository;
        }

        @Override
        public boolean add(String key) {
            return unless("add").add(key);
        }

        @Override
        public boolean contains(String key) {
            return unless("contains").contains(key);
        }

        @Override
        public boolean remove(String key) {
            return unless("remove").remove(key);
        }

        @Override
        public boolean confirm(String key) {
            return repository.confirm(key);
        }

        @Override
        public void clear() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}
    }
}
