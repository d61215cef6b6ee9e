/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.cliqtel.camel.ledger.Claim.State;
import com.cliqtel.camel.ledger.idempotent.IdempotentRepositoryLedger;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each cell of the table in {@link Ledger}: the answer of a call, and what another owner finds after it. */
class LedgerTableTest {

    private static final String KEY = "kind:key";
    private static final Duration LONG = Duration.ofHours(2);
    private static final Claim NEW = Claim.NEW;

    private static final Hold MINE = new Hold(KEY, "mine");
    private static final Hold OTHER = new Hold(KEY, "other");
    private static final Hold THIRD = new Hold(KEY, "third");

    /** The states of an entry, as the owner MINE sees them. */
    private enum Entry {
        UNKNOWN(ledger -> {}),
        TAKEN_BY_THIS_OWNER(ledger -> take(ledger, MINE, LONG)),
        RESUMED_BY_THIS_OWNER(ledger -> {
            take(ledger, OTHER, Duration.ZERO);
            take(ledger, MINE, LONG);
        }),
        TAKEN_BY_THIS_OWNER_AND_ENDED(ledger -> take(ledger, MINE, Duration.ZERO)),
        TAKEN_BY_ANOTHER_OWNER(ledger -> {
            take(ledger, MINE, Duration.ZERO);
            take(ledger, OTHER, LONG);
        }),
        TAKEN_BY_ANOTHER_OWNER_AND_ENDED(ledger -> {
            take(ledger, MINE, Duration.ZERO);
            take(ledger, OTHER, Duration.ZERO);
        }),
        KEPT_BY_THIS_OWNER(ledger -> {
            take(ledger, MINE, LONG);
            ledger.keep(MINE, "record");
        }),
        KEPT_BY_ANOTHER_OWNER(ledger -> {
            take(ledger, MINE, Duration.ZERO);
            take(ledger, OTHER, LONG);
            ledger.keep(OTHER, "record");
        }),
        CLOSED_BY_THIS_OWNER(ledger -> {
            take(ledger, MINE, LONG);
            ledger.close(MINE, "record", "message");
        }),
        CLOSED_BY_ANOTHER_OWNER(ledger -> {
            take(ledger, MINE, Duration.ZERO);
            take(ledger, OTHER, LONG);
            ledger.close(OTHER, "record", "message");
        });

        private final java.util.function.Consumer<Ledger> given;

        Entry(java.util.function.Consumer<Ledger> given) {
            this.given = given;
        }
    }

    /** A call of the owner MINE. */
    private enum Call {
        TAKE(ledger -> take(ledger, MINE, LONG)),
        RENEW(ledger -> ledger.renew(MINE, LONG, null)),
        RENEW_WITH_RECORD(ledger -> ledger.renew(MINE, LONG, "more")),
        KEEP(ledger -> ledger.keep(MINE, "more")),
        FREE(ledger -> {
            ledger.free(MINE);
            return "-";
        }),
        CLOSE(ledger -> ledger.close(MINE, "more", "message"));

        private final Function<Ledger, Object> call;

        Call(Function<Ledger, Object> call) {
            this.call = call;
        }
    }

    private static Claim take(Ledger ledger, Hold hold, Duration lease) {
        return ledger.take(hold, lease, "record", "likeness");
    }

    private static Claim claim(State state, String record) {
        return new Claim(state, record);
    }

    private static final Claim BUSY = claim(State.BUSY, "record");
    private static final Claim BUSY_MORE = claim(State.BUSY, "more");
    private static final Claim RESUMED = claim(State.RESUMED, "record");
    private static final Claim RESUMED_MORE = claim(State.RESUMED, "more");
    private static final Claim CLOSED = claim(State.CLOSED, "record");
    private static final Claim CLOSED_MORE = claim(State.CLOSED, "more");

    /** The answer, what a third owner finds then, and whether the message has an owner then. */
    private record Cell(Entry entry, Call call, Object answer, Claim found, boolean named) {}

    private static Stream<Cell> row(
            Entry entry, Object[] take, Object[] renew, Object[] more, Object[] keep, Object[] free, Object[] close) {
        Object[][] cells = {take, renew, more, keep, free, close};
        return Stream.of(Call.values()).map(call -> {
            Object[] cell = cells[call.ordinal()];
            Claim found = (Claim) cell[1];
            return new Cell(entry, call, cell[0], found, found.state() == State.CLOSED);
        });
    }

    private static Object[] then(Object answer, Claim found) {
        return new Object[] {answer, found};
    }

    static List<Cell> cells() {
        Object[] lost = then(Closing.LOST, BUSY);
        return Stream.of(
                        row(
                                Entry.UNKNOWN,
                                then(NEW, BUSY),
                                then(false, NEW),
                                then(false, NEW),
                                then(false, NEW),
                                then("-", NEW),
                                then(Closing.LOST, NEW)),
                        taken(Entry.TAKEN_BY_THIS_OWNER, NEW),
                        taken(Entry.RESUMED_BY_THIS_OWNER, RESUMED),
                        taken(Entry.TAKEN_BY_THIS_OWNER_AND_ENDED, NEW),
                        unchanged(Entry.TAKEN_BY_ANOTHER_OWNER, then(BUSY, BUSY), BUSY, lost),
                        unchanged(
                                Entry.TAKEN_BY_ANOTHER_OWNER_AND_ENDED,
                                then(RESUMED, BUSY),
                                RESUMED,
                                then(Closing.LOST, RESUMED)),
                        row(
                                Entry.KEPT_BY_THIS_OWNER,
                                then(RESUMED, BUSY),
                                then(false, RESUMED),
                                then(false, RESUMED),
                                then(true, RESUMED_MORE),
                                then("-", RESUMED),
                                then(Closing.LOST, RESUMED)),
                        unchanged(
                                Entry.KEPT_BY_ANOTHER_OWNER, then(RESUMED, BUSY), RESUMED, then(Closing.LOST, RESUMED)),
                        unchanged(
                                Entry.CLOSED_BY_THIS_OWNER,
                                then(CLOSED, CLOSED),
                                CLOSED,
                                then(Closing.CLOSED, CLOSED_MORE)),
                        unchanged(
                                Entry.CLOSED_BY_ANOTHER_OWNER,
                                then(CLOSED, CLOSED),
                                CLOSED,
                                then(Closing.LOST, CLOSED)))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<Cell> taken(Entry entry, Claim again) {
        return row(
                entry,
                then(again, BUSY),
                then(true, BUSY),
                then(true, BUSY_MORE),
                then(true, RESUMED_MORE),
                then("-", NEW),
                then(Closing.CLOSED, CLOSED_MORE));
    }

    private static Stream<Cell> unchanged(Entry entry, Object[] take, Claim found, Object[] close) {
        return row(entry, take, then(false, found), then(false, found), then(false, found), then("-", found), close);
    }

    static List<Arguments> cellsOfEachLedger() {
        return cells().stream()
                .flatMap(cell -> Stream.of(
                        Arguments.of(cell, (Supplier<Ledger>) MemoryLedger::new),
                        Arguments.of(cell, (Supplier<Ledger>) LedgerTableTest::overARepository)))
                .toList();
    }

    private static Ledger overARepository() {
        IdempotentRepositoryLedger started = new IdempotentRepositoryLedger(new MemoryIdempotentRepository());
        started.start();
        return started;
    }

    @ParameterizedTest
    @MethodSource("cellsOfEachLedger")
    void eachCallDoesWhatTheTableSays(Cell cell, Supplier<Ledger> made) {
        Ledger ledger = made.get();
        cell.entry.given.accept(ledger);
        assertThat(cell.call.call.apply(ledger)).isEqualTo(cell.answer);
        assertThat(ledger.find(List.of("message"), "likeness").byMessage().keySet())
                .isEqualTo(cell.named ? Set.of("message") : Set.of());
        assertThat(take(ledger, THIRD, LONG)).isEqualTo(cell.found);
    }

    @ParameterizedTest
    @MethodSource("cellsOfEachLedger")
    void eachCallCanBeRepeated(Cell cell, Supplier<Ledger> made) {
        Ledger ledger = made.get();
        cell.entry.given.accept(ledger);
        for (int times = 0; times < 3; times++) {
            assertThat(cell.call.call.apply(ledger)).isEqualTo(cell.answer);
        }
        assertThat(take(ledger, THIRD, LONG)).isEqualTo(cell.found);
    }
}
