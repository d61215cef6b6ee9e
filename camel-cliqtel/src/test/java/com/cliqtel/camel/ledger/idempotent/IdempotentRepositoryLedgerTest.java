/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger.idempotent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Claim.State;
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

    @Test
    void whatIsInWorkElsewhereIsExpiredWithoutARecord() {
        assertThat(ledger.claim("k", LONG, "r")).isEqualTo(NEW);
        assertThat(other.claim("k", LONG, "mine")).isEqualTo(new Claim(State.EXPIRED, ""));
        assertThat(other.claim("k", LONG, "mine")).isEqualTo(new Claim(State.IN_PROGRESS, ""));
    }

    @Test
    void whatWasInWorkWhenTheProcessDiedIsNeitherNewNorDone() {
        ledger.claim("k", LONG, "r");
        assertThat(new IdempotentRepositoryLedger(repository).claim("k", LONG).state())
                .isEqualTo(State.EXPIRED);
    }

    @Test
    void whatIsDoneIsDoneEverywhereWithoutARecord() {
        ledger.claim("k", LONG, "r");
        ledger.done("k", "end");
        assertThat(other.claim("k", LONG)).isEqualTo(new Claim(State.DONE, ""));
        assertThat(other.claim("k", LONG)).isEqualTo(new Claim(State.DONE, ""));
        assertThat(ledger.claim("k", LONG)).isEqualTo(new Claim(State.DONE, "end"));
    }

    @Test
    void whatIsOverHereAndDoneElsewhereIsDone() {
        ledger.claim("k", Duration.ZERO, "r");
        other.done("k", "end");
        assertThat(ledger.claim("k", LONG)).isEqualTo(new Claim(State.DONE, ""));
    }

    @Test
    void whatIsReleasedIsNewEverywhere() {
        ledger.claim("k", LONG, "r");
        ledger.release("k");
        assertThat(other.claim("k", LONG)).isEqualTo(NEW);
    }

    @Test
    void whatIsAbandonedIsExpiredEverywhere() {
        ledger.claim("claimed", LONG, "r");
        ledger.abandon("claimed", "in doubt");
        ledger.abandon("unknown", "in doubt");
        assertThat(other.claim("claimed", LONG)).isEqualTo(new Claim(State.EXPIRED, ""));
        assertThat(other.claim("unknown", LONG)).isEqualTo(new Claim(State.EXPIRED, ""));
        assertThat(ledger.claim("unknown", LONG)).isEqualTo(new Claim(State.EXPIRED, "in doubt"));
    }

    @Test
    void aDoneKeyStaysDone() {
        ledger.done("k", "end");
        other.release("k");
        other.abandon("k", "in doubt");
        assertThat(other.claim("k", LONG)).isEqualTo(new Claim(State.DONE, ""));
        assertThat(new IdempotentRepositoryLedger(repository).claim("k", LONG)).isEqualTo(new Claim(State.DONE, ""));
    }

    @Test
    void keepsOneKeyOfWhatIsDone() {
        ledger.claim("k", LONG, "r");
        assertThat(repository.getCache()).containsOnlyKeys("claimed:k");
        ledger.done("k", "end");
        assertThat(repository.getCache()).containsOnlyKeys("done:k");
        other.claim("k", LONG);
        assertThat(repository.getCache()).containsOnlyKeys("done:k");
    }

    @Test
    void positionsAreKeptHereOnly() {
        ledger.position("p", "here");
        assertThat(ledger.position("p")).contains("here");
        assertThat(other.position("p")).isEmpty();
        assertThat(repository.getCache()).isEmpty();
    }

    @Test
    void aFailingRepositoryGivesNoClaim() {
        Ledger failing = new IdempotentRepositoryLedger(new FailingRepository(Set.of("add", "contains", "remove")));
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> failing.claim("k", LONG, "canary"))
                .withMessage("claiming k: the idempotent repository failed with down");
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> failing.claim("k", LONG, "canary"))
                .withMessageContaining("claiming k");
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> failing.release("k"))
                .withMessageContaining("releasing k");
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> failing.abandon("k", "canary"))
                .withMessageContaining("abandoning k");
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> failing.done("k", "canary"))
                .withMessageContaining("writing that k is done");
    }

    @Test
    void whatIsDoneIsDoneHereAlthoughTheRepositoryFailed() {
        Ledger failing = new IdempotentRepositoryLedger(new FailingRepository(Set.of("add")));
        assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> failing.done("k", "end"));
        assertThat(failing.claim("k", LONG)).isEqualTo(new Claim(State.DONE, "end"));
    }

    @Test
    void aClaimWithAnUnknownResultIsNotNewAgain() {
        // added, and then it failed
        Ledger failing = new IdempotentRepositoryLedger(new FailingRepository(Set.of("contains"), repository));
        assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> failing.claim("k", LONG));
        assertThat(ledger.claim("k", LONG).state()).isEqualTo(State.EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "webhook:0123456789abcdef:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "webhook:0123456789abcdef:seen:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "send:a-name-of-an-account:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "status:shop:all:sent,delivered:42:a%C3%A4",
                "k\nwith a line end",
                "Ä"
            })
    void aDatabaseOfCamelTakesEachKey(String key) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        JdbcMessageIdRepository inDatabase = new JdbcMessageIdRepository(database, "x");
        inDatabase.start();
        for (String each : List.of(key, key + "-" + "long".repeat(100))) {
            Ledger first = new IdempotentRepositoryLedger(inDatabase);
            assertThat(first.claim(each, LONG)).isEqualTo(NEW);
            assertThat(new IdempotentRepositoryLedger(inDatabase)
                            .claim(each, LONG)
                            .state())
                    .isEqualTo(State.EXPIRED);
            first.done(each, "");
            assertThat(new IdempotentRepositoryLedger(inDatabase)
                            .claim(each, LONG)
                            .state())
                    .isEqualTo(State.DONE);
        }
    }

    @Test
    void noStoredKeyIsLongerThan64CharactersAndNoTwoAreTheSame() {
        for (String key : List.of("k".repeat(56), "k".repeat(57), "K".repeat(56), "k".repeat(500), "k".repeat(499))) {
            ledger.claim(key, LONG);
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
            inFile.claim("k", LONG, "r");
            inFile.done("k", "end");
        }
        assertThat(file.isStopped()).isTrue();

        FileIdempotentRepository again = new FileIdempotentRepository();
        again.setFileStore(folder.resolve("keys").toFile());
        IdempotentRepositoryLedger restarted = new IdempotentRepositoryLedger(again);
        restarted.start();
        assertThat(restarted.claim("k", LONG)).isEqualTo(new Claim(State.DONE, ""));
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
        ledger.done("canary-key", "canary-record");
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
