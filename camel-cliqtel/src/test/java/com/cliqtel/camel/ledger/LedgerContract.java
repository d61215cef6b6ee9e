/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.cliqtel.camel.ledger.Claim.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.ledger.Claim.NEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/** The tests that every ledger passes. */
abstract class LedgerContract {

    static final Duration LONG = Duration.ofMinutes(10);

    private static final int THREADS = 16;

    Ledger ledger;

    final Hold mine = Hold.of("k");
    final Hold other = Hold.of("k");

    /** Returns an empty ledger. */
    abstract Ledger ledger();

    @BeforeEach
    void empty() {
        ledger = ledger();
    }

    static Claim busy(String record) {
        return new Claim(State.BUSY, record);
    }

    static Claim resumed(String record) {
        return new Claim(State.RESUMED, record);
    }

    static Claim closed(String record) {
        return new Claim(State.CLOSED, record);
    }

    static Claim take(Ledger ledger, Hold hold, String record) {
        return ledger.take(hold, LONG, record, null);
    }

    Claim take(Hold hold, String record) {
        return take(ledger, hold, record);
    }

    /** What a third owner finds. */
    Claim found(String key) {
        return take(Hold.of(key), "third");
    }

    @Test
    void anUnknownEntryIsNewAndBusyForOthersFromThenOn() {
        assertThat(take(mine, "r")).isEqualTo(NEW);
        assertThat(take(other, "other")).isEqualTo(busy("r"));
        assertThat(ledger.take(other, Duration.ZERO)).isEqualTo(busy("r"));
    }

    @Test
    void anUnknownEntryIsNobodys() {
        assertThat(ledger.renew(mine, LONG, "r")).isFalse();
        assertThat(ledger.keep(mine, "r")).isFalse();
        ledger.free(mine);
        assertThat(ledger.close(mine, "r", null)).isEqualTo(Closing.LOST);
        assertThat(ledger.close(mine, "r", "m")).isEqualTo(Closing.LOST);
        assertThat(take(mine, "r")).isEqualTo(NEW);
        assertThat(ledger.own("other", "m")).isTrue();
    }

    @Test
    void aRepeatedTakeFindsItsOwnHold() {
        assertThat(take(mine, "r")).isEqualTo(NEW);
        assertThat(take(mine, "r")).isEqualTo(NEW);
        assertThat(take(other, "other")).isEqualTo(busy("r"));
        ledger.keep(mine, "known");
        assertThat(take(other, "other")).isEqualTo(resumed("known"));
        assertThat(take(other, "other")).isEqualTo(resumed("known"));
        assertThat(take(mine, "r")).isEqualTo(busy("known"));
    }

    @Test
    void anEndedLeaseIsTakenOverOnceWithItsRecord() {
        ledger.take(mine, Duration.ZERO, "r", null);
        assertThat(take(other, "other")).isEqualTo(resumed("r"));
        assertThat(found("k")).isEqualTo(busy("r"));
    }

    @Test
    void aLeaseEndsByItself() {
        ledger.take(mine, Duration.ofMillis(1), "r", null);
        await().pollInterval(Duration.ofMillis(2))
                .untilAsserted(() -> assertThat(take(other, "")).isEqualTo(resumed("r")));
    }

    @Test
    void aLeaseMayEndAgainAndAgain() {
        ledger.take(mine, Duration.ZERO, "r", null);
        for (int n = 0; n < 3; n++) {
            assertThat(ledger.take(Hold.of("k"), Duration.ZERO, "other", null)).isEqualTo(resumed("r"));
        }
    }

    @Test
    void anOwnerTakesItsEndedLeaseAgain() {
        ledger.take(mine, Duration.ZERO, "r", null);
        assertThat(take(mine, "r")).isEqualTo(NEW);
        assertThat(take(other, "other")).isEqualTo(busy("r"));
    }

    @Test
    void renewingMakesTheLeaseLongerAndMayChangeTheRecord() {
        ledger.take(mine, Duration.ZERO, "r", null);
        assertThat(ledger.renew(mine, LONG, null)).isTrue();
        assertThat(take(other, "")).isEqualTo(busy("r"));
        assertThat(ledger.renew(mine, LONG, "known")).isTrue();
        assertThat(take(other, "")).isEqualTo(busy("known"));
        assertThat(ledger.renew(mine, Duration.ZERO, null)).isTrue();
        assertThat(take(other, "")).isEqualTo(resumed("known"));
        assertThat(ledger.renew(mine, LONG, "old")).isFalse();
        assertThat(found("k")).isEqualTo(busy("known"));
    }

    @Test
    void aKeptEntryIsOpenForTheNextOwner() {
        take(mine, "r");
        assertThat(ledger.keep(mine, "known")).isTrue();
        assertThat(ledger.renew(mine, LONG, "more")).isFalse();
        ledger.free(mine);
        assertThat(ledger.close(mine, "end", null)).isEqualTo(Closing.LOST);
        assertThat(ledger.keep(mine, "known better")).isTrue();
        assertThat(take(other, "")).isEqualTo(resumed("known better"));
        assertThat(ledger.keep(mine, "old")).isFalse();
        assertThat(found("k")).isEqualTo(busy("known better"));
    }

    @Test
    void anOwnerThatKeptAnEntryMayTakeItAgain() {
        take(mine, "r");
        ledger.keep(mine, "known");
        assertThat(take(mine, "r")).isEqualTo(resumed("known"));
        assertThat(take(other, "")).isEqualTo(busy("known"));
    }

    @Test
    void aFreedEntryIsUnknown() {
        take(mine, "r");
        ledger.free(mine);
        ledger.free(mine);
        assertThat(take(other, "second")).isEqualTo(NEW);
        assertThat(found("k")).isEqualTo(busy("second"));
    }

    @Test
    void aClosedEntryStaysClosed() {
        take(mine, "r");
        assertThat(ledger.close(mine, "end", null)).isEqualTo(Closing.CLOSED);
        assertThat(take(other, "")).isEqualTo(closed("end"));
        assertThat(take(mine, "")).isEqualTo(closed("end"));
        ledger.free(mine);
        assertThat(ledger.keep(mine, "known")).isFalse();
        assertThat(ledger.renew(mine, LONG, "known")).isFalse();
        assertThat(ledger.close(other, "other end", null)).isEqualTo(Closing.LOST);
        assertThat(ledger.close(mine, "end", null)).as("repeated").isEqualTo(Closing.CLOSED);
        assertThat(found("k")).isEqualTo(closed("end"));
    }

    @Test
    void anOwnerClosesAnEntryAfterItsLease() {
        ledger.take(mine, Duration.ZERO, "r", null);
        assertThat(ledger.close(mine, "end", "m")).isEqualTo(Closing.CLOSED);
        assertThat(take(other, "")).isEqualTo(closed("end"));
    }

    @Test
    void anEarlierOwnerChangesNothing() {
        ledger.take(mine, Duration.ZERO, "r", null);
        ledger.take(other, LONG, "", null);
        assertThat(ledger.renew(mine, LONG, "old")).isFalse();
        assertThat(ledger.keep(mine, "old")).isFalse();
        ledger.free(mine);
        assertThat(ledger.close(mine, "old", "m")).isEqualTo(Closing.LOST);
        assertThat(take(mine, "old")).isEqualTo(busy("r"));
        assertThat(ledger.close(other, "end", "m")).isEqualTo(Closing.CLOSED);
        assertThat(ledger.close(mine, "old", "m")).isEqualTo(Closing.LOST);
        assertThat(found("k")).isEqualTo(closed("end"));
    }

    @Test
    void entriesAreIndependentOfEachOther() {
        take(mine, "r");
        ledger.close(mine, "end", null);
        for (String key : List.of("K", "kk", "%", "_", "k:")) {
            assertThat(found(key)).isEqualTo(NEW);
        }
    }

    @Test
    void aMessageIsNamedByOneEntry() {
        take(mine, "r");
        assertThat(ledger.close(mine, "end", "m")).isEqualTo(Closing.CLOSED);
        Hold second = Hold.of("second");
        take(second, "r");
        assertThat(ledger.close(second, "end", "m")).isEqualTo(Closing.MESSAGE_TAKEN);
        assertThat(found("second")).as("it still has its entry").isEqualTo(busy("r"));
        assertThat(ledger.own("third", "m")).isFalse();
        assertThat(ledger.close(second, "end", "M")).isEqualTo(Closing.CLOSED);
        assertThat(ledger.close(mine, "end", "m")).as("repeated").isEqualTo(Closing.CLOSED);
    }

    @Test
    void aMessageWithoutAnEntryIsOwnedByOneKey() {
        assertThat(ledger.own("one", "m")).isTrue();
        assertThat(ledger.own("one", "m")).as("repeated").isTrue();
        assertThat(ledger.own("other", "m")).isFalse();
        assertThat(found("one")).isEqualTo(closed(""));
        take(mine, "r");
        assertThat(ledger.close(mine, "end", "m")).isEqualTo(Closing.MESSAGE_TAKEN);
    }

    @Test
    void findsTheOwnersOfMessagesAndTheOpenEntriesThatLookAlike() {
        ledger.own("one", "m1");
        ledger.take(mine, LONG, "r", "like");
        ledger.close(mine, "end", "m2");
        ledger.take(Hold.of("open"), LONG, "r", "like");
        ledger.take(Hold.of("ended"), Duration.ZERO, "r", "like");
        Hold kept = Hold.of("kept");
        ledger.take(kept, LONG, "r", "like");
        ledger.keep(kept, "known");
        ledger.take(Hold.of("another"), LONG, "r", "other");
        ledger.take(Hold.of("none"), LONG, "r", null);
        Hold freed = Hold.of("freed");
        ledger.take(freed, LONG, "r", "like");
        ledger.free(freed);

        assertThat(ledger.find(List.of("m1", "m2", "m3"), "like"))
                .isEqualTo(new Owners(Map.of("m1", "one", "m2", "k"), Set.of("open", "ended", "kept")));
        assertThat(ledger.find(List.of(), "other")).isEqualTo(new Owners(Map.of(), Set.of("another")));
        assertThat(ledger.find(List.of("m1"), null)).isEqualTo(new Owners(Map.of("m1", "one"), Set.of()));
        assertThat(ledger.find(List.of(), null)).isEqualTo(new Owners(Map.of(), Set.of()));
    }

    @Test
    void findsTheOwnersOfManyMessages() {
        ledger.own("one", "m1");
        List<String> many =
                IntStream.range(1, 1201).mapToObj(each -> "m" + each).toList();
        ledger.own("last", "m1200");
        assertThat(ledger.find(many, null)).isEqualTo(new Owners(Map.of("m1", "one", "m1200", "last"), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "it's; \"quoted\" \\ `and` -- commented /* */ ? :x $1 ${y} {fn now()}",
                "{\"state\":\"SENT\",\"id\":42}",
                "zażółć 中文 \u202e \ufeff 🎉👩‍👩‍👧\r\n\t\u0001\u007f\uffff"
            })
    void recordsAreKeptAsTheyAre(String text) {
        ledger.take(mine, Duration.ZERO, text, null);
        assertThat(take(other, "")).isEqualTo(resumed(text));
        ledger.keep(other, text + text);
        assertThat(take(mine, "")).isEqualTo(resumed(text + text));
        ledger.renew(mine, LONG, text);
        assertThat(found("k")).isEqualTo(busy(text));
        ledger.close(mine, text + "x", null);
        assertThat(found("k")).isEqualTo(closed(text + "x"));
        ledger.position("p", text);
        assertThat(ledger.position("p")).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's;\"\\`--/**/?:x$1${y}{fn}", "%", "!~", "\u007e"})
    void namesMayHaveAnyVisibleCharacter(String name) {
        Hold hold = new Hold(name, name);
        assertThat(ledger.take(hold, LONG, "r", name)).isEqualTo(NEW);
        assertThat(ledger.find(List.of(name), name)).isEqualTo(new Owners(Map.of(), Set.of(name)));
        assertThat(ledger.close(hold, "end", name)).isEqualTo(Closing.CLOSED);
        assertThat(ledger.find(List.of(name), name)).isEqualTo(new Owners(Map.of(name, name), Set.of()));
        ledger.position(name, "here");
        assertThat(ledger.position(name)).contains("here");
    }

    @Test
    void theLongestNamesAreTaken() {
        String longest = "~".repeat(Ledger.MAX_KEY_LENGTH);
        Hold hold = new Hold(longest, longest);
        assertThat(ledger.take(hold, Ledger.MAX_LEASE, "", longest)).isEqualTo(NEW);
        assertThat(ledger.find(List.of(longest), longest).open()).containsExactly(longest);
        assertThat(ledger.close(hold, "end", longest)).isEqualTo(Closing.CLOSED);
        ledger.position(longest, "here");
        assertThat(ledger.position(longest)).contains("here");
        assertThat(found(longest)).isEqualTo(closed("end"));
    }

    @Test
    void positionsAreReplacedAndMayBeLarge() {
        String large = "{\"id\":1234567890,\"é\":\"🎉\"}".repeat(12_000);
        assertThat(ledger.position("p")).isEmpty();
        ledger.position("p", large);
        assertThat(ledger.position("p")).contains(large);
        ledger.position("p", "small");
        assertThat(ledger.position("p")).contains("small");
        assertThat(ledger.position("q")).isEmpty();
    }

    @Test
    void anEntryAndAPositionMayHaveTheSameName() {
        ledger.position("k", "here");
        assertThat(take(mine, "r")).isEqualTo(NEW);
        ledger.free(mine);
        assertThat(ledger.position("k")).contains("here");
        take(mine, "r");
        ledger.close(mine, "end", null);
        ledger.position("k", "there");
        assertThat(found("k")).isEqualTo(closed("end"));
    }

    @Test
    void exactlyOneOfManyTakesAnEntry() throws Exception {
        for (String key : List.of("a", "b", "c", "d", "e")) {
            List<Claim> claims = atOnce(i -> take(Hold.of(key), "by " + i));
            assertThat(claims).filteredOn(NEW::equals).hasSize(1);
            assertThat(claims).filteredOn(c -> c.state() == State.BUSY).hasSize(THREADS - 1);
        }
    }

    @Test
    void exactlyOneOfManyTakesAnEndedLease() throws Exception {
        for (String key : List.of("a", "b", "c", "d", "e")) {
            ledger.take(Hold.of(key), Duration.ZERO, "r", null);
            List<Claim> claims = atOnce(i -> take(Hold.of(key), "by " + i));
            assertThat(claims).filteredOn(resumed("r")::equals).hasSize(1);
            assertThat(claims).filteredOn(busy("r")::equals).hasSize(THREADS - 1);
        }
    }

    @Test
    void exactlyOneOfManyGetsAMessage() throws Exception {
        for (String message : List.of("a", "b", "c", "d", "e")) {
            List<Boolean> got = atOnce(i -> {
                if (i % 2 == 0) {
                    return ledger.own(message + i, message);
                }
                Hold hold = Hold.of(message + i);
                take(hold, "r");
                return ledger.close(hold, "end", message) == Closing.CLOSED;
            });
            assertThat(got).filteredOn(each -> each).hasSize(1);
        }
    }

    @Test
    void positionsMayBeWrittenAtOnce() throws Exception {
        assertThat(atOnce(i -> {
                    ledger.position("position", "here");
                    return ledger.position("position").orElseThrow();
                }))
                .containsOnly("here");
    }

    @Test
    void anEntryThatIsFreedAgainAndAgainHasOneOwnerAtATime() throws Exception {
        AtomicInteger holders = new AtomicInteger();
        List<Integer> held = atOnce(i -> {
            int times = 0;
            for (int n = 0; n < 20; n++) {
                Hold hold = Hold.of("k");
                if (take(hold, "").isTaken()) {
                    assertThat(holders.incrementAndGet()).isEqualTo(1);
                    times++;
                    holders.decrementAndGet();
                    if (n % 2 == 0) {
                        ledger.free(hold);
                    } else {
                        ledger.keep(hold, "");
                    }
                }
            }
            return times;
        });
        assertThat(held.stream().mapToInt(Integer::intValue).sum()).isPositive();
    }

    @Test
    void readersOfALargePositionSeeOneOrTheOther() throws Exception {
        String a = "a".repeat(100_000);
        String b = "b".repeat(100_001);
        ledger.position("p", a);
        List<Boolean> whole = atOnce(i -> {
            boolean all = true;
            for (int n = 0; n < 10; n++) {
                if (i < 2) {
                    ledger.position("p", n % 2 == 0 ? b : a);
                } else {
                    String seen = ledger.position("p").orElseThrow();
                    all &= seen.equals(a) || seen.equals(b);
                }
            }
            return all;
        });
        assertThat(whole).containsOnly(true);
    }

    @Test
    void invalidNamesAreRefused() {
        String tooLong = "k".repeat(Ledger.MAX_KEY_LENGTH + 1);
        take(mine, "r");
        for (String name : new String[] {null, "", tooLong, "nul\0", "a b", "\u00e9", "half \ud83c", "\u007f"}) {
            refused(() -> new Hold(name, "owner"), "a key ");
            refused(() -> new Hold("key", name), "an? owner ");
            refused(() -> ledger.close(mine, "r", name), name == null ? "never" : "a message ");
            refused(() -> ledger.take(mine, LONG, "r", name), name == null ? "never" : "a likeness ");
            refused(() -> ledger.own(name, "m"), "a key ");
            refused(() -> ledger.own("own", name), "a message ");
            refused(() -> ledger.find(Arrays.asList("m", name), null), "a message ");
            refused(() -> ledger.find(List.of(), name), name == null ? "never" : "a likeness ");
            refused(() -> ledger.position(name), "a name of a position ");
            refused(() -> ledger.position(name, "p"), "a name of a position ");
        }
        refused(() -> new Hold(tooLong, "owner"), "a key of 65 characters: 1 to 64 visible ASCII characters");
        refused(() -> ledger.find(null, null), "messages that are null");
        for (Runnable call : List.<Runnable>of(
                () -> ledger.take(null, LONG),
                () -> ledger.renew(null, LONG, "r"),
                () -> ledger.keep(null, "r"),
                () -> ledger.free(null),
                () -> ledger.close(null, "r", "m"))) {
            refused(call, "a hold that is null");
        }
    }

    @Test
    void invalidRecordsAreRefusedAndChangeNothing() {
        take(mine, "r");
        for (String record : new String[] {null, "canary nul\0", "canary \ud83c"}) {
            refused(() -> ledger.take(Hold.of("x"), LONG, record, null), "a record ");
            refused(() -> ledger.renew(mine, LONG, record), record == null ? "never" : "a record ");
            refused(() -> ledger.keep(mine, record), "a record ");
            refused(() -> ledger.close(mine, record, "m"), "a record ");
            refused(() -> ledger.position("k", record), "a position ");
        }
        assertThat(found("k")).isEqualTo(busy("r"));
        assertThat(found("x")).isEqualTo(NEW);
        assertThat(ledger.position("k")).isEmpty();
        assertThat(ledger.own("own", "m")).as("the message is free").isTrue();
    }

    @Test
    void invalidLeasesAreRefused() {
        take(mine, "r");
        for (Duration lease : new Duration[] {
            null, Duration.ofNanos(-1), Ledger.MAX_LEASE.plusNanos(1), Duration.ofSeconds(Long.MAX_VALUE)
        }) {
            refused(() -> ledger.take(Hold.of("x"), lease), "lease " + lease + ": zero to PT8760H was expected");
            refused(() -> ledger.renew(mine, lease, "r"), "lease " + lease + ": zero to PT8760H was expected");
        }
        assertThat(found("x")).isEqualTo(NEW);
    }

    @Test
    void itsTextShowsNeitherKeysNorRecords() {
        Hold hold = Hold.of("canary-key");
        take(hold, "canary-record");
        ledger.close(hold, "canary-record", "canary-message");
        ledger.position("canary-position", "canary-value");
        assertThat(ledger.toString()).doesNotContain("canary");
        assertThat(found("canary-key").toString()).doesNotContain("canary");
    }

    private static void refused(Runnable call, String words) {
        if (words.equals("never")) {
            return;
        }
        assertThatIllegalArgumentException().isThrownBy(call::run).satisfies(thrown -> assertThat(thrown.getMessage())
                .containsPattern(words)
                .doesNotContain("canary"));
    }

    interface Task<T> {
        T by(int thread) throws Exception;
    }

    /** Returns the results of 16 threads that started at the same moment. */
    static <T> List<T> atOnce(Task<T> task) throws InterruptedException, ExecutionException {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<T>> tasks = IntStream.range(0, THREADS)
                    .<Callable<T>>mapToObj(i -> () -> {
                        together.await();
                        return task.by(i);
                    })
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
