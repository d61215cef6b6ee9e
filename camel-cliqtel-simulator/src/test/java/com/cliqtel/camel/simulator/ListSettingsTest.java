/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.cliqtel.camel.simulator.account.ListLag;
import com.cliqtel.camel.simulator.account.ListOrder;
import com.cliqtel.camel.simulator.account.Since;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Limits.NONE;
import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Lists in the manners that the reference leaves open, over HTTP. */
class ListSettingsTest {

    private static final String NUMBER = "+16625163513";
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    private final Cliqtel account;
    private final Simulator simulator;

    ListSettingsTest(@CliqtelSimulator(time = MANUAL, limits = NONE) Cliqtel account) {
        this.account = account;
        this.simulator = account.simulator();
    }

    private List<Long> ids(String query) throws Exception {
        return ID.matcher(new ApiClient(simulator).get("/messages?" + query).body())
                .results()
                .map(MatchResult::group)
                .map(found -> Long.valueOf(found.substring(5)))
                .toList();
    }

    private void receive(int count) {
        for (int i = 0; i < count; i++) {
            simulator.receive("+31687654321", NUMBER, "text " + i);
        }
    }

    @Test
    void listsTheOldestFirstIfConfigured() throws Exception {
        account.given().account(s -> s.listOrder(ListOrder.OLDEST_FIRST));

        receive(3);
        assertThat(ids("per_page=2")).containsExactly(42L, 43L);
        assertThat(ids("per_page=2&page=2")).containsExactly(44L);
    }

    @Test
    void tiesStandInAnotherOrderAtEachRequestAndNothingElseDoes() throws Exception {
        account.given().account(s -> s.listOrder(ListOrder.UNSTABLE_TIES));

        receive(10);
        account.when().timePasses(Duration.ofSeconds(1));
        receive(10);
        Set<List<Long>> orders = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            List<Long> ids = ids("per_page=100");
            assertThat(ids.subList(0, 10)).allMatch(id -> id >= 52);
            assertThat(ids.subList(10, 20)).allMatch(id -> id < 52);
            orders.add(ids);
        }
        assertThat(orders).hasSizeGreaterThan(3);
    }

    @Test
    void sinceIsStrictOrInclusive() throws Exception {
        Map<Since, Integer> shown = new HashMap<>();
        for (Since since : Since.values()) {
            simulator.reopen(s -> s.since(since));
            receive(1);
            shown.put(since, ids("since=2026-04-03T10:15:30Z").size());
        }
        assertThat(shown).isEqualTo(Map.of(Since.AFTER, 0, Since.FROM, 1));
    }

    @Test
    void messagesShowUpLateEachByItselfAndInTheEndAll() throws Exception {
        ListLag lag = ListLag.upTo(Duration.ofSeconds(60), 7).butSome(0.1, Duration.ofHours(2));
        account.given().account(s -> s.listLag(lag));

        receive(100);
        account.when().timePasses(Duration.ofSeconds(30));
        List<Long> early = ids("per_page=100");
        assertThat(early).hasSizeBetween(20, 80);
        account.when().timePasses(Duration.ofSeconds(31));
        assertThat(ids("per_page=100")).hasSizeBetween(75, 99).containsAll(early);
        account.when().timePasses(Duration.ofHours(2));
        assertThat(ids("per_page=100")).hasSize(100);
        assertThat(new ApiClient(simulator).get("/messages").body()).contains("\"total\":100");
    }

    @Test
    void aDeletedMessageIsNowhereAndPagesMoveUp() throws Exception {
        receive(3);
        simulator.delete(44);
        assertThat(ids("per_page=2")).containsExactly(43L, 42L);
        assertThat(new ApiClient(simulator).get("/messages/44").statusCode()).isEqualTo(404);
        assertThat(simulator.messages()).hasSize(2);
        assertThatThrownBy(() -> simulator.delete(44)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void inboundMessagesMayShowOtherFields() throws Exception {
        Map<String, Object> fields = new HashMap<>();
        fields.put("status", "received");
        fields.put("cost", null);
        account.given().account(s -> s.inboundFields(fields));

        receive(1);
        assertThat(new ApiClient(simulator).get("/messages/42").body())
                .contains("\"status\":\"received\"", "\"cost\":null", "\"currency\":\"EUR\"");
    }

    @Test
    void refusesLagsThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> ListLag.upTo(Duration.ofDays(366), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ListLag.NONE.butSome(1.5, Duration.ZERO));
    }
}
