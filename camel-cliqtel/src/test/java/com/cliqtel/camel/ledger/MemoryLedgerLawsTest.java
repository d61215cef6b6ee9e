/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.cliqtel.camel.ledger.Claim.State;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryLedgerLawsTest {

    private static final Pattern COUNTS = Pattern.compile("taken=(\\d+), kept=(\\d+), closed=(\\d+)");

    /** One call: which, on which key, and how long a lease. */
    record Step(String call, String key, int lease) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of("take", "take", "take", "close", "free", "keep", "wait"),
                        Arbitraries.integers().between(1, 12).map(i -> "k" + i),
                        Arbitraries.integers().between(0, 5))
                .as(Step::new)
                .list()
                .ofMaxSize(80);
    }

    /** Owners end their entries in time or late, and as often as they like. */
    @Property
    void neverHoldsMoreThanItsCapacityAndNeverForgetsWhatIsTaken(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 6) int capacity) {
        AtomicLong nanos = new AtomicLong();
        Ledger ledger = MemoryLedger.withClock(capacity, nanos::get);
        Map<Hold, Long> held = new HashMap<>();
        Map<String, Hold> last = new HashMap<>();
        for (Step step : steps) {
            held.values().removeIf(end -> end <= nanos.get());
            if (step.call.equals("wait")) {
                nanos.addAndGet(step.lease);
            } else if (step.call.equals("take")) {
                Hold hold = Hold.of(step.key);
                if (take(ledger, hold, step.lease, held, capacity)) {
                    held.put(hold, nanos.get() + step.lease);
                    last.put(step.key, hold);
                }
            } else if (last.containsKey(step.key)) {
                held.remove(last.get(step.key));
                end(ledger, step.call, last.get(step.key));
            }
            assertThat(size(ledger)).isLessThanOrEqualTo(capacity);
        }
    }

    /** Owners act at any time, also after another owner has taken their entry. */
    @Property
    void onlyTheLastOwnerChangesAnEntry(@ForAll("steps") List<Step> steps) {
        AtomicLong nanos = new AtomicLong();
        Ledger ledger = MemoryLedger.withClock(MemoryLedger.DEFAULT_CAPACITY, nanos::get);
        Map<String, List<Hold>> owners = new HashMap<>();
        for (Step step : steps) {
            List<Hold> known = owners.computeIfAbsent(step.key, key -> new ArrayList<>());
            if (step.call.equals("wait")) {
                nanos.addAndGet(step.lease);
            } else if (step.call.equals("take")) {
                Hold hold = Hold.of(step.key);
                if (ledger.take(hold, Duration.ofNanos(step.lease), "by " + hold.owner(), null)
                        .isTaken()) {
                    known.add(hold);
                }
            } else if (!known.isEmpty()) {
                Hold last = known.remove(known.size() - 1);
                known.forEach(earlier -> assertChangesNothing(ledger, earlier));
                end(ledger, step.call, last);
                known.add(last);
            }
        }
    }

    private static void assertChangesNothing(Ledger ledger, Hold earlier) {
        String before = ledger.toString();
        assertThat(ledger.renew(earlier, Duration.ofDays(1), "old")).isFalse();
        assertThat(ledger.keep(earlier, "old")).isFalse();
        ledger.free(earlier);
        assertThat(ledger.close(earlier, "old", "message")).isEqualTo(Closing.LOST);
        assertThat(ledger).hasToString(before);
        assertThat(ledger.find(List.of("message"), null).byMessage()).isEmpty();
    }

    private static boolean take(Ledger ledger, Hold hold, int lease, Map<Hold, Long> held, int capacity) {
        boolean isHeld = held.keySet().stream().anyMatch(each -> each.key().equals(hold.key()));
        try {
            Claim claim = ledger.take(hold, Duration.ofNanos(lease), "by " + hold.key(), null);
            assertThat(claim.state() == State.BUSY).isEqualTo(isHeld);
            return claim.isTaken();
        } catch (LedgerException full) {
            assertThat(held).hasSize(capacity);
            assertThat(isHeld).isFalse();
            return false;
        }
    }

    private static void end(Ledger ledger, String call, Hold hold) {
        Map<String, Runnable> ends = Map.of(
                "close", () -> ledger.close(hold, "end of " + hold.key(), null),
                "free", () -> ledger.free(hold),
                "keep", () -> ledger.keep(hold, "known of " + hold.key()));
        ends.get(call).run();
    }

    private static int size(Ledger ledger) {
        Matcher counts = COUNTS.matcher(ledger.toString());
        assertThat(counts.find()).isTrue();
        return Integer.parseInt(counts.group(1))
                + Integer.parseInt(counts.group(2))
                + Integer.parseInt(counts.group(3));
    }
}
