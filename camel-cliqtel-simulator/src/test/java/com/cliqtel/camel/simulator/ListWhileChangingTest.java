/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import com.cliqtel.camel.simulator.account.ListLag;
import com.cliqtel.camel.simulator.account.ListOrder;
import com.cliqtel.camel.simulator.account.Since;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Limits.NONE;
import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/** Lists of what arrives late, vanishes, or comes while somebody turns the pages; over HTTP. */
class ListWhileChangingTest {

    private static final String NUMBER = "+16625163513";
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");

    private static final Instant START = Instant.parse("2026-04-03T10:15:30Z");

    private final Cliqtel account;
    private final Simulator cliqtel;

    ListWhileChangingTest(@CliqtelSimulator(time = MANUAL, limits = NONE) Cliqtel account) {
        account.given().account(ids -> ids.firstMessageId(1));
        this.account = account;
        this.cliqtel = account.simulator();
    }

    private List<Long> ids(String query) {
        return ID.matcher(new ApiClient(cliqtel).get("/messages?" + query).body())
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
    }

    private int total(String query) {
        return TOTAL.matcher(new ApiClient(cliqtel).get("/messages?" + query).body())
                .results()
                .map(MatchResult::group)
                .mapToInt(found -> Integer.parseInt(found.substring(8)))
                .sum();
    }

    private void arrive(int count) {
        for (int i = 0; i < count; i++) {
            cliqtel.receive("4711", NUMBER, "text");
        }
    }

    @Test
    void whatWasLongAtTheCarriersStandsWhereItsTimeIs() {
        arrive(2);
        account.when().timePasses(Duration.ofSeconds(10));
        arrive(1);
        cliqtel.receive("MyBank", NUMBER, "late", Duration.ofSeconds(5));
        cliqtel.receive("MyBank", NUMBER, "later", Duration.ofSeconds(10));
        cliqtel.receive("MyBank", NUMBER, "latest", Duration.ofHours(1));

        assertThat(ids("")).containsExactly(3L, 4L, 5L, 2L, 1L, 6L);
        assertThat(ids("since=2026-04-03T10:15:30Z")).containsExactly(3L, 4L);
        assertThat(ids("since=2026-04-03T10:15:29Z")).containsExactly(3L, 4L, 5L, 2L, 1L);
        assertThat(new ApiClient(cliqtel).get("/messages/6").body())
                .contains("\"created_at\":\"2026-04-03T09:15:40+00:00\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cliqtel.receive("MyBank", NUMBER, "early", Duration.ofSeconds(-1)));
    }

    @Test
    void whatWasLongAtTheCarriersLagsFromItsArrivalOn() {
        account.given().account(s -> s.listLag(Duration.ofSeconds(30)));

        cliqtel.receive("MyBank", NUMBER, "late", Duration.ofHours(1));
        assertThat(ids("")).isEmpty();
        account.when().timePasses(Duration.ofSeconds(30));
        assertThat(ids("")).containsExactly(1L);
    }

    @ParameterizedTest
    @EnumSource
    void arrivalsBetweenPagesMoveThem(ListOrder order) {
        account.given().account(s -> s.listOrder(order));

        for (int i = 0; i < 4; i++) {
            arrive(1);
            account.when().timePasses(Duration.ofSeconds(1));
        }
        assertThat(ids("per_page=2")).hasSize(2);
        cliqtel.beforeEachList(() -> arrive(1));
        List<Long> second = ids("per_page=2&page=2");
        // newest first: one of the first page again; oldest first: as it was
        assertThat(second)
                .containsExactlyElementsOf(order == ListOrder.OLDEST_FIRST ? List.of(3L, 4L) : List.of(3L, 2L));
        assertThat(total("")).isEqualTo(6);
        cliqtel.reset();
        assertThat(total("")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void pagesOfWhatStandsStillAreAllOfItOnce(ListOrder order) {
        account.given().account(s -> s.listOrder(order));

        for (int i = 0; i < 30; i++) {
            arrive(1 + i % 3);
            account.when().timePasses(Duration.ofSeconds(i % 2));
        }
        // ties may stand on either side of the end of a page: with as many on a page as there are, on one
        assertThat(ids("per_page=100"))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 60).boxed().toList());
        for (int page = 1; page <= 9; page++) {
            List<Long> ids = ids("per_page=7&page=" + page);
            assertThat(new HashSet<>(ids)).hasSize(page == 9 ? 4 : 7);
            assertThat(times(ids))
                    .isEqualTo(times(ids("per_page=100")).subList(7 * page - 7, 7 * page - 7 + ids.size()));
        }
    }

    @Test
    void tiesStandOnEitherSideOfTheEndOfAPage() {
        account.given().account(s -> s.listOrder(ListOrder.UNSTABLE_TIES));

        arrive(10);
        for (int page = 1; page <= 2; page++) {
            Set<Long> seen = new HashSet<>();
            for (int i = 0; i < 10; i++) {
                seen.addAll(ids("per_page=5&page=" + page));
            }
            assertThat(seen).hasSizeGreaterThan(7);
        }
    }

    private List<Instant> times(List<Long> ids) {
        return ids.stream()
                .map(id -> cliqtel.messages().get((int) (id - 1)).createdAt())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aDrainedSinceIsFollowedByNothingLostUnderLag(Since since) {
        ListLag lag = ListLag.upTo(Duration.ofSeconds(20), 3).butSome(0.05, Duration.ofMinutes(10));
        account.given().account(s -> s.since(since).listLag(lag));

        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            arrive(1);
            account.when().timePasses(Duration.ofSeconds(1));
            String query = "per_page=100&since=" + START.plusSeconds(i + 1 - 30);
            List<Long> ids = ids(query);
            assertThat(total(query)).isEqualTo(ids.size());
            seen.addAll(ids);
        }
        // those that are later still are in no list of the last half minute
        assertThat(seen).hasSizeBetween(70, 99);
        account.when().timePasses(Duration.ofMinutes(10));
        assertThat(ids("per_page=100")).hasSize(100);
    }

    @Test
    void deletionsLeaveTheOthersWhereTheyAre() {
        arrive(3);
        cliqtel.receive("MyBank", NUMBER, "late", Duration.ofSeconds(5));
        cliqtel.delete(1);
        assertThat(ids("")).containsExactly(3L, 2L, 4L);
        cliqtel.delete(4);
        arrive(1);
        assertThat(ids("since=2026-04-03T10:15:29Z")).containsExactly(5L, 3L, 2L);
        assertThat(total("")).isEqualTo(3);
    }

    @Test
    void eachInboundMessageMayShowFieldsOfItsOwn() {
        account.given()
                .account(s -> s.inboundFields(message ->
                        message.from().equals("MyBank") ? Collections.singletonMap("cost", null) : Map.of()));

        cliqtel.receive("MyBank", NUMBER, "text");
        cliqtel.receive("4711", NUMBER, "text");
        assertThat(new ApiClient(cliqtel).get("/messages").body()).containsSubsequence("\"cost\":0,", "\"cost\":null,");
    }

    @Test
    void refusesFieldsThatAreNoJsonAndSettingsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulator.builder().inboundFields(Map.of("cost", new Object())))
                .withMessageContaining("cost");
        assertThatNullPointerException().isThrownBy(() -> Simulator.builder().listOrder(null));
        assertThatNullPointerException().isThrownBy(() -> Simulator.builder().since(null));
        assertThatNullPointerException().isThrownBy(() -> Simulator.builder().webhooks(null));
    }
}
