/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/** What every ledger keeps to. */
abstract class LedgerContract {

    static final Duration LONG = Duration.ofMinutes(10);
    static final Claim NEW = new Claim(State.NEW, "");

    private static final int THREADS = 16;

    Ledger ledger;

    /** An empty ledger. */
    abstract Ledger ledger();

    @BeforeEach
    void empty() {
        ledger = ledger();
    }

    private static Claim inProgress(String record) {
        return new Claim(State.IN_PROGRESS, record);
    }

    private static Claim expired(String record) {
        return new Claim(State.EXPIRED, record);
    }

    private static Claim done(String record) {
        return new Claim(State.DONE, record);
    }

    @Test
    void anUnknownKeyIsNewAndInWorkFromThenOn() {
        assertThat(ledger.claim("k", LONG, "r")).isEqualTo(NEW);
        assertThat(ledger.claim("k", LONG, "other")).isEqualTo(inProgress("r"));
        assertThat(ledger.claim("k", Duration.ZERO)).isEqualTo(inProgress("r"));
    }

    @Test
    void anUnknownKeyCanBeDone() {
        ledger.done("k", "end");
        assertThat(ledger.claim("k", LONG, "other")).isEqualTo(done("end"));
    }

    @Test
    void releasingAnUnknownKeyIsNothing() {
        ledger.release("k");
        assertThat(ledger.claim("k", LONG)).isEqualTo(NEW);
    }

    @Test
    void anUnknownKeyCanBeAbandoned() {
        ledger.abandon("k", "in doubt");
        assertThat(ledger.claim("k", LONG, "other")).isEqualTo(expired("in doubt"));
    }

    @Test
    void whatIsInWorkCanBeDone() {
        ledger.claim("k", LONG, "r");
        ledger.done("k", "end");
        assertThat(ledger.claim("k", LONG, "other")).isEqualTo(done("end"));
    }

    @Test
    void whatIsInWorkCanBeReleased() {
        ledger.claim("k", LONG, "r");
        ledger.release("k");
        assertThat(ledger.claim("k", LONG, "second")).isEqualTo(NEW);
        assertThat(ledger.claim("k", LONG, "third")).isEqualTo(inProgress("second"));
    }

    @Test
    void whatIsInWorkCanBeAbandoned() {
        ledger.claim("k", LONG, "r");
        ledger.abandon("k", "in doubt");
        assertThat(ledger.claim("k", LONG, "other")).isEqualTo(expired("in doubt"));
    }

    @Test
    void aLeaseThatIsOverIsTakenOverOnceWithItsRecord() {
        ledger.claim("k", Duration.ZERO, "r");
        assertThat(ledger.claim("k", LONG, "other")).isEqualTo(expired("r"));
        assertThat(ledger.claim("k", LONG, "third")).isEqualTo(inProgress("r"));
    }

    @Test
    void aLeaseEndsByItself() {
        ledger.claim("k", Duration.ofMillis(1), "r");
        await().pollInterval(Duration.ofMillis(2))
                .untilAsserted(() -> assertThat(ledger.claim("k", LONG)).isEqualTo(expired("r")));
    }

    @Test
    void aLeaseMayBeOverAgainAndAgain() {
        ledger.claim("k", Duration.ZERO, "r");
        assertThat(ledger.claim("k", Duration.ZERO, "other")).isEqualTo(expired("r"));
        assertThat(ledger.claim("k", Duration.ZERO, "third")).isEqualTo(expired("r"));
    }

    @Test
    void whatIsOverCanBeDoneReleasedAndAbandoned() {
        ledger.claim("done", Duration.ZERO, "r");
        ledger.done("done", "end");
        ledger.claim("released", Duration.ZERO, "r");
        ledger.release("released");
        ledger.claim("abandoned", Duration.ZERO, "r");
        ledger.abandon("abandoned", "in doubt");

        assertThat(ledger.claim("done", LONG)).isEqualTo(done("end"));
        assertThat(ledger.claim("released", LONG)).isEqualTo(NEW);
        assertThat(ledger.claim("abandoned", LONG)).isEqualTo(expired("in doubt"));
    }

    @Test
    void whatIsAbandonedIsTakenOverOnce() {
        ledger.abandon("k", "in doubt");
        assertThat(ledger.claim("k", LONG, "other")).isEqualTo(expired("in doubt"));
        assertThat(ledger.claim("k", LONG, "third")).isEqualTo(inProgress("in doubt"));
    }

    @Test
    void whatIsAbandonedCanBeDoneReleasedAndAbandonedAnew() {
        ledger.abandon("done", "in doubt");
        ledger.done("done", "end");
        ledger.abandon("released", "in doubt");
        ledger.release("released");
        ledger.abandon("abandoned", "in doubt");
        ledger.abandon("abandoned", "still");

        assertThat(ledger.claim("done", LONG)).isEqualTo(done("end"));
        assertThat(ledger.claim("released", LONG)).isEqualTo(NEW);
        assertThat(ledger.claim("abandoned", LONG)).isEqualTo(expired("still"));
    }

    @Test
    void whatIsDoneStaysDone() {
        ledger.done("k", "end");
        ledger.release("k");
        ledger.abandon("k", "in doubt");
        assertThat(ledger.claim("k", Duration.ZERO, "other")).isEqualTo(done("end"));
        assertThat(ledger.claim("k", LONG, "third")).isEqualTo(done("end"));
    }

    @Test
    void doneAgainReplacesTheRecord() {
        ledger.done("k", "end");
        ledger.done("k", "the end, and more");
        assertThat(ledger.claim("k", LONG)).isEqualTo(done("the end, and more"));
    }

    @Test
    void keysKnowNothingOfEachOther() {
        ledger.done("k", "end");
        assertThat(ledger.claim("K", LONG)).isEqualTo(NEW);
        assertThat(ledger.claim("k ", LONG)).isEqualTo(NEW);
        assertThat(ledger.claim("kk", LONG)).isEqualTo(NEW);
        assertThat(ledger.claim("%", LONG)).isEqualTo(NEW);
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
    void recordsAndNamesAreKeptAsTheyAre(String text) {
        String name = "<" + text + ">";
        ledger.claim(name, Duration.ZERO, text);
        assertThat(ledger.claim(name, LONG)).isEqualTo(expired(text));
        ledger.done(name, text + text);
        assertThat(ledger.claim(name, LONG)).isEqualTo(done(text + text));
        ledger.position(name, text);
        assertThat(ledger.position(name)).contains(text);
    }

    @Test
    void theLongestKeyIsTaken() {
        String longest = "🎉".repeat(Ledger.MAX_KEY_LENGTH / 2);
        assertThat(ledger.claim(longest, Ledger.MAX_LEASE)).isEqualTo(NEW);
        assertThat(ledger.claim(longest, LONG)).isEqualTo(inProgress(""));
        ledger.position(longest, "here");
        assertThat(ledger.position(longest)).contains("here");
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
    void keysAndPositionsDoNotMeet() {
        ledger.position("n", "here");
        assertThat(ledger.claim("n", LONG, "r")).isEqualTo(NEW);
        ledger.release("n");
        assertThat(ledger.position("n")).contains("here");
        ledger.done("n", "end");
        ledger.position("n", "there");
        assertThat(ledger.claim("n", LONG)).isEqualTo(done("end"));
    }

    @Test
    void exactlyOneOfManyClaimsAKey() throws Exception {
        for (String key : List.of("a", "b", "c", "d", "e")) {
            List<Claim> claims = atOnce(i -> ledger.claim(key, LONG, "by " + i));
            assertThat(claims).filteredOn(NEW::equals).hasSize(1);
            assertThat(claims).filteredOn(c -> c.state() == State.IN_PROGRESS).hasSize(THREADS - 1);
        }
    }

    @Test
    void exactlyOneOfManyTakesAnExpiredLease() throws Exception {
        for (String key : List.of("a", "b", "c", "d", "e")) {
            ledger.claim(key, Duration.ZERO, "r");
            List<Claim> claims = atOnce(i -> ledger.claim(key, LONG, "by " + i));
            assertThat(claims).filteredOn(expired("r")::equals).hasSize(1);
            assertThat(claims).filteredOn(inProgress("r")::equals).hasSize(THREADS - 1);
        }
    }

    @Test
    void allMayDoTheSameAtOnce() throws Exception {
        assertThat(atOnce(i -> {
                    ledger.done("done", "end");
                    ledger.abandon("abandoned", "in doubt");
                    ledger.position("position", "here");
                    return ledger.position("position").orElseThrow();
                }))
                .containsOnly("here");
        assertThat(ledger.claim("done", LONG)).isEqualTo(done("end"));
        assertThat(ledger.claim("abandoned", LONG)).isEqualTo(expired("in doubt"));
    }

    @Test
    void aClaimThatComesAndGoesIsHeldByOneAtATime() throws Exception {
        AtomicInteger holders = new AtomicInteger();
        List<Integer> held = atOnce(i -> {
            int mine = 0;
            for (int n = 0; n < 20; n++) {
                if (ledger.claim("k", LONG).equals(NEW)) {
                    assertThat(holders.incrementAndGet()).isEqualTo(1);
                    mine++;
                    holders.decrementAndGet();
                    ledger.release("k");
                }
            }
            return mine;
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
    void whatIsNoKeyIsRefused() {
        String tooLong = "k".repeat(Ledger.MAX_KEY_LENGTH + 1);
        for (String key : new String[] {null, "", tooLong, "nul\0", "half \ud83c", "\udf89 half"}) {
            refused(() -> ledger.claim(key, LONG), "a key ");
            refused(() -> ledger.done(key, "r"), "a key ");
            refused(() -> ledger.release(key), "a key ");
            refused(() -> ledger.abandon(key, "r"), "a key ");
            refused(() -> ledger.position(key), "a name of a position ");
            refused(() -> ledger.position(key, "p"), "a name of a position ");
        }
        refused(() -> ledger.claim(tooLong, LONG), "a key of 501 characters: 1 to 500 were expected");
    }

    @Test
    void whatIsNoRecordIsRefusedAndChangesNothing() {
        for (String record : new String[] {null, "canary nul\0", "canary \ud83c"}) {
            refused(() -> ledger.claim("k", LONG, record), "a record ");
            refused(() -> ledger.done("k", record), "a record ");
            refused(() -> ledger.abandon("k", record), "a record ");
            refused(() -> ledger.position("k", record), "a position ");
        }
        assertThat(ledger.claim("k", LONG)).isEqualTo(NEW);
        assertThat(ledger.position("k")).isEmpty();
    }

    @Test
    void whatIsNoLeaseIsRefused() {
        refused(() -> ledger.claim("k", null), "lease null: ");
        refused(() -> ledger.claim("k", Duration.ofNanos(-1)), "lease PT-0.000000001S: ");
        refused(() -> ledger.claim("k", Ledger.MAX_LEASE.plusNanos(1)), "zero to PT8760H was expected");
        refused(() -> ledger.claim("k", Duration.ofSeconds(Long.MAX_VALUE)), "lease ");
        assertThat(ledger.claim("k", LONG)).isEqualTo(NEW);
    }

    @Test
    void itsTextShowsNeitherKeysNorRecords() {
        ledger.done("canary-key", "canary-record");
        ledger.position("canary-position", "canary-value");
        assertThat(ledger.toString()).doesNotContain("canary");
        assertThat(ledger.claim("canary-key", LONG).toString()).doesNotContain("canary");
    }

    private static void refused(Runnable call, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(call::run)
                .withMessageContaining(words)
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("canary"));
    }

    interface Task<T> {
        T by(int thread) throws Exception;
    }

    /** What each of 16 threads got that started at the same moment. */
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
