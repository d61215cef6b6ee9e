/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.once;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookContent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which reports are stale, and that ignoring them gives the current status. */
class MessageProgressTest {

    private static final OffsetDateTime START = OffsetDateTime.parse("2026-04-03T10:15:30Z");
    private static final List<String> WORDS = List.of("queued", "sent", "delivered");

    private static StatusUpdate report(String status, Integer second) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", 42);
        data.put("status", status);
        if (second != null) {
            data.put("updated_at", START.plusSeconds(second).toString());
        }
        return (StatusUpdate) WebhookContent.of(Map.of("event", StatusUpdate.EVENT, "data", data));
    }

    private static String truth(List<StatusUpdate> reports) {
        MessageProgress seen = MessageProgress.nothing();
        String state = null;
        for (StatusUpdate report : reports) {
            state = seen.makesStale(report) ? state : report.status().word();
            seen = MessageProgress.parse(
                    seen.and(report, EventIdentity.of(report, "m")).toString());
        }
        return state;
    }

    @Property
    void ignoringStaleReportsEndsWithTheFinalStatusInAnyOrder(@ForAll("histories") List<StatusUpdate> history) {
        String truth = history.get(history.size() - 1).status().word();
        net.jqwik.api.Arbitraries.shuffle(history).sampleStream().limit(50).forEach(order -> assertThat(truth(order))
                .isEqualTo(truth));
    }

    /** Ranks that never fall and end at the top, at times that rise; every second time two in the same second. */
    @Provide
    Arbitrary<List<StatusUpdate>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of("delivered", "failed"),
                        Arbitraries.integers().between(0, 2))
                .as((known, end, step) -> {
                    List<StatusUpdate> history = new java.util.ArrayList<>();
                    for (int i = 0; i < known && i < 2; i++) {
                        history.add(report(WORDS.get(i), i * step));
                    }
                    history.add(report(end, known * step));
                    return history;
                });
    }

    @Property
    void aFinalStateDoesNotGiveWayToALowerOneWhateverTheTimesSay(
            @ForAll("seconds") Integer sent, @ForAll("seconds") Integer delivered) {
        StatusUpdate lower = report("sent", sent);
        StatusUpdate higher = report("delivered", delivered);
        assertThat(truth(List.of(lower, higher))).isEqualTo("delivered");
        assertThat(truth(List.of(higher, lower))).isEqualTo("delivered");
    }

    @Provide
    Arbitrary<Integer> seconds() {
        return Arbitraries.integers().between(0, 9).injectNull(0.2);
    }

    @Test
    void amongEqualRanksTheLaterCounts() {
        assertThat(truth(List.of(report("delivered", 1), report("failed", 2)))).isEqualTo("failed");
        assertThat(truth(List.of(report("failed", 2), report("delivered", 1)))).isEqualTo("failed");
    }

    @Test
    void anUnknownWordIsStaleByItsTimeAndNeverByItsRank() {
        assertThat(truth(List.of(report("delivered", 1), report("read", 2)))).isEqualTo("read");
        assertThat(truth(List.of(report("read", 2), report("delivered", 1)))).isEqualTo("read");
        assertThat(truth(List.of(report("delivered", 2), report("read", 1)))).isEqualTo("delivered");
        assertThat(truth(List.of(report("read", 1), report("delivered", 2)))).isEqualTo("delivered");
        assertThat(truth(List.of(report("delivered", 2), report("read", null)))).isEqualTo("read");
    }

    @Test
    void theSameReportIsNotStaleByItself() {
        assertThat(truth(List.of(report("delivered", 1), report("delivered", 1))))
                .isEqualTo("delivered");
        assertThat(MessageProgress.nothing().and(report("sent", 1), "e").makesStale(report("sent", 1)))
                .isFalse();
    }

    @Test
    void theNewestReportsAreKeptInTheRecord() {
        MessageProgress progress = MessageProgress.nothing();
        for (int second = 0; second <= MessageProgress.MOST; second++) {
            progress = MessageProgress.parse(
                    progress.and(report("sent", second), event(second)).toString());
        }
        assertThat(progress.includes(event(0))).isFalse();
        for (int second = 1; second <= MessageProgress.MOST; second++) {
            assertThat(progress.includes(event(second))).isTrue();
        }
        assertThat(progress.and(report("sent", 1), event(1)).events()).hasSize(MessageProgress.MOST);
    }

    private static String event(int second) {
        return EventIdentity.of(report("sent", second), "message");
    }

    @Test
    void aRecordThatCannotBeReadIsNone() {
        for (String record : List.of("", "x", "2026-04-03T10:15:33Z 2", "x - -", "2 soon -")) {
            assertThat(MessageProgress.parse(record)).isEqualTo(MessageProgress.nothing());
        }
    }
}
