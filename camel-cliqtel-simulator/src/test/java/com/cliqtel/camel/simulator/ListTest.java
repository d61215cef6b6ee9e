/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Limits.NONE;
import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;

class ListTest {

    private final Cliqtel account;
    private final Simulator cliqtel;
    private final ApiClient client;

    ListTest(@CliqtelSimulator(time = MANUAL, start = "2026-04-03T10:15:30.600Z", limits = NONE) Cliqtel account) {
        this.account = account;
        this.cliqtel = account.simulator();
        this.client = new ApiClient(cliqtel);
    }

    /** 1 delivered from 11, 2 failed from 6, 3 inbound on 11, 4 sent from 11, 5 queued from 11. */
    @BeforeEach
    void fill() {
        account.given().account(account -> account.firstMessageId(1)).phoneFails("+31600000002");

        client.send("{\"from_number_id\":11,\"to\":\"+31600000001\",\"body\":\"1\"}");
        client.send("{\"from_number_id\":6,\"to\":\"+31600000002\",\"body\":\"2\"}");
        account.when().timePasses(Duration.ofSeconds(10));
        cliqtel.receive("+31600000001", "+16625163513", "3");
        client.send("{\"from_number_id\":11,\"to\":\"+31600000001\",\"body\":\"4\"}");
        account.when().timePasses(Duration.ofSeconds(2));
        client.send("{\"from_number_id\":11,\"to\":\"+31600000005\",\"body\":\"5\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                    | 5 4 3 2 1",
                "direction=inbound                   | 3",
                "direction=outbound                  | 5 4 2 1",
                "status=queued                       | 5",
                "status=sent                         | 4",
                "status=delivered                    | 3 1",
                "status=failed                       | 2",
                "number_id=11                        | 5 4 3 1",
                "number_id=6                         | 2",
                "number_id=999                       | ",
                "from=%2B31600000001                 | 3",
                "from=%2B16625163513                 | 5 4 1",
                "to=%2B31600000001                   | 4 1",
                "to=%2B16625163513                   | 3",
                "to=%2B3160000000                    | ",
                // a + that is not encoded is a blank, as in every form
                "to=+31600000001                     | ",
                "direction=outbound&status=delivered | 1",
                "number_id=11&direction=inbound      | 3",
                "page=1&per_page=2                   | 5 4",
                "page=2&per_page=2                   | 3 2",
                "page=3&per_page=2                   | 1",
                "page=4&per_page=2                   | ",
                "page=999999999999999999             | ",
                "per_page=100                        | 5 4 3 2 1",
                // the last of two counts
                "status=queued&status=sent           | 4",
                "colour=blue                         | 5 4 3 2 1",
                // created at :30, :40, :42, and "after" is after
                "since=2026-04-03T10:15:29Z          | 5 4 3 2 1",
                "since=2026-04-03T10:15:30Z          | 5 4 3",
                "since=2026-04-03T10:15:39.999Z      | 5 4 3",
                "since=2026-04-03T10:15:40Z          | 5",
                "since=2026-04-03T10:15:42Z          | ",
                "since=2026-04-03T10:15:30%2B00:00   | 5 4 3",
                "since=2026-04-03T12:15:30%2B02:00   | 5 4 3",
                "since=2026-04-03T05:15:30-05:00     | 5 4 3",
                "since=2026-04-03T10%3A15%3A30Z      | 5 4 3"
            })
    void listsNewestFirstWhatIsAskedFor(String query, String ids) throws JsonProcessingException {
        HttpResponse<String> answer = client.get("/messages" + (query == null ? "" : "?" + query));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ids(answer)).isEqualTo(ids == null ? List.of() : List.of(ids.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 5, 1, 25, 1",
        "per_page=2, 5, 1, 2, 3",
        "per_page=2&page=9, 5, 9, 2, 3",
        "per_page=5, 5, 1, 5, 1",
        "direction=inbound&per_page=100, 1, 1, 100, 1",
        "number_id=999, 0, 1, 25, 0"
    })
    void returnsTotalsForAllPages(String query, int total, int page, int perPage, int totalPages) {
        assertThat(client.get("/messages?" + query).body())
                .endsWith("\"meta\":{\"total\":" + total + ",\"page\":" + page + ",\"per_page\":" + perPage
                        + ",\"total_pages\":" + totalPages + "}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "direction=up",
                "direction=Inbound",
                "direction=",
                "status=received",
                "status",
                "number_id=0",
                "number_id=-1",
                "number_id=abc",
                "number_id=1.5",
                "number_id=99999999999999999999",
                "page=0",
                "page=-1",
                "page=two",
                "page=",
                "per_page=0",
                "per_page=101",
                "per_page=x",
                "since=yesterday",
                "since=1775211330",
                "since=2026-04-03",
                "since=2026-04-03T10:15:30",
                "since=2026-04-03T10:15:30+00:00",
                "since=2026-13-03T10:15:30Z",
                "since=%ZZ",
                "to=%2"
            })
    void refusesValuesThatAreNone(String query) throws Exception {
        // java.net.URI would not let a broken percent sign pass
        try (RawConnection raw = new RawConnection(cliqtel)) {
            assertThat(raw.get("/api/v1/sms/messages?" + query))
                    .startsWith("HTTP/1.1 422 ")
                    .contains("{\"error\":{\"code\":\"validation_error\",\"message\":\"");
        }
    }

    @Test
    void errorMessageShowsHowToEncodeAPlus() {
        assertThat(client.get("/messages?since=2026-04-03T10:15:30+00:00").body())
                .contains("%2B");
    }

    @Test
    void listsAnInboundMessageAsDeliveredAndFree() {
        assertThat(client.get("/messages?direction=inbound").body())
                .startsWith(
                        "{\"data\":[{\"id\":3,\"from\":\"+31600000001\",\"to\":\"+16625163513\",\"body\":\"3\","
                                + "\"direction\":\"inbound\",\"status\":\"delivered\",\"segments\":1,\"cost\":0,"
                                + "\"currency\":\"EUR\",\"carrier\":\"didfarm\",\"created_at\":\"2026-04-03T10:15:40+00:00\"}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "0", "-1", "abc", "042", "1.0", "%31", "99999999999999999999999", "1/2", "1;2", ""})
    void findsNoMessageByAnIdThatIsNone(String id) {
        HttpResponse<String> answer = client.get("/messages/" + id);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).startsWith("{\"error\":{\"code\":\"not_found\",\"message\":\"");
    }

    private static List<String> ids(HttpResponse<String> answer) throws JsonProcessingException {
        JsonNode data = new ObjectMapper().readTree(answer.body()).get("data");
        return data.findValuesAsText("id");
    }
}
