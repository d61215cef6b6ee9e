/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
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

    private static final Pattern COUNTS = Pattern.compile("inWork=(\\d+), abandoned=(\\d+), done=(\\d+)");

    /** One call: which, on which key, and how long a lease. */
    record Step(String call, String key, int lease) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of("claim", "claim", "claim", "done", "release", "abandon", "wait"),
                        Arbitraries.integers().between(1, 12).map(i -> "k" + i),
                        Arbitraries.integers().between(0, 5))
                .as(Step::new)
                .list()
                .ofMaxSize(80);
    }

    /** Who ends only what he claimed, and in time, as the component does. */
    @Property
    void neverHoldsMoreThanItsCapacityAndNeverForgetsWhatIsInWork(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 6) int capacity) {
        AtomicLong nanos = new AtomicLong();
        Ledger ledger = MemoryLedger.withClock(capacity, nanos::get);
        Map<String, Long> held = new HashMap<>();
        for (Step step : steps) {
            held.values().removeIf(end -> end <= nanos.get());
            if (step.call.equals("wait")) {
                nanos.addAndGet(step.lease);
            } else if (step.call.equals("claim")) {
                claim(ledger, step, held, nanos, capacity);
            } else if (held.remove(step.key) != null) {
                end(ledger, step);
            }
            assertThat(size(ledger)).isLessThanOrEqualTo(capacity);
        }
    }

    private static void claim(Ledger ledger, Step step, Map<String, Long> held, AtomicLong nanos, int capacity) {
        try {
            Claim claim = ledger.claim(step.key, Duration.ofNanos(step.lease), "by " + step.key);
            assertThat(claim.state() == State.IN_PROGRESS).isEqualTo(held.containsKey(step.key));
            if (claim.state() == State.NEW || claim.state() == State.EXPIRED) {
                held.put(step.key, nanos.get() + step.lease);
            }
        } catch (LedgerException full) {
            assertThat(held).hasSize(capacity).doesNotContainKey(step.key);
        }
    }

    private static void end(Ledger ledger, Step step) {
        Map<String, Runnable> ends = Map.of(
                "done", () -> ledger.done(step.key, "end of " + step.key),
                "release", () -> ledger.release(step.key),
                "abandon", () -> ledger.abandon(step.key, "in doubt of " + step.key));
        ends.get(step.call).run();
    }

    private static int size(Ledger ledger) {
        Matcher counts = COUNTS.matcher(ledger.toString());
        assertThat(counts.find()).isTrue();
        return Integer.parseInt(counts.group(1))
                + Integer.parseInt(counts.group(2))
                + Integer.parseInt(counts.group(3));
    }
}
