/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.query;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.model.Direction;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.SmsNumber;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.fixture.TestAccount.FROM;
import static com.cliqtel.camel.fixture.TestAccount.TO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Listing and getting over HTTP from the simulator. */
class ListRouteTest {

    private final TestAccount account;

    ListRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    @Test
    void onePageIsAListWithItsMeta() {
        receive(30);
        Exchange out = account.call("cliqtel:list", null);

        assertThat(list(out)).hasSize(25);
        assertThat(out.getMessage().getHeaders())
                .containsEntry(CliqtelConstants.LIST_TOTAL, 30)
                .containsEntry(CliqtelConstants.LIST_PAGE, 1)
                .containsEntry(CliqtelConstants.LIST_PER_PAGE, 25)
                .containsEntry(CliqtelConstants.LIST_TOTAL_PAGES, 2)
                .containsKey(CliqtelConstants.RATE_LIMIT);
        assertThat(list(account.call("cliqtel:list?page=2", null))).hasSize(5);
    }

    @Test
    void everyFilterReachesTheApi() {
        account.component().getAddress().setTo("+19999999999");
        account.call(
                "cliqtel:list?direction=inbound&status=delivered&numberId=11&from=+15550000000&to=" + FROM
                        + "&since=2026-04-03T10:15:30+02:00&page=2&perPage=7",
                null);
        assertThat(account.simulator().calls().get(0).query())
                .isEqualTo("direction=inbound&status=delivered&number_id=11&from=%2B15550000000&to=%2B16625163513"
                        + "&since=2026-04-03T10%3A15%3A30%2B02%3A00&page=2&per_page=7");

        account.call("cliqtel:list", null);
        assertThat(account.simulator().calls().get(1).query()).isEqualTo("page=1&per_page=25");
    }

    @Test
    void headersSteerAndTakeTimesAsObjects() {
        account.call(
                "cliqtel:list?direction=inbound&page=9",
                null,
                Map.of(
                        CliqtelConstants.FILTER_DIRECTION, "outbound",
                        CliqtelConstants.PAGE, 2,
                        CliqtelConstants.PER_PAGE, "3",
                        CliqtelConstants.FILTER_FROM, "SHORTCODE",
                        CliqtelConstants.FILTER_SINCE, Instant.parse("2026-04-03T10:15:30Z")));
        assertThat(account.simulator().calls().get(0).query())
                .isEqualTo(
                        "direction=outbound&from=SHORTCODE&since=2026-04-03T10%3A15%3A30%2B00%3A00&page=2&per_page=3");
    }

    @Test
    void everyFilterHasAHeaderOfItsOwn() {
        account.call(
                "cliqtel:list?from=+15550000001&to=+15550000002&direction=inbound&status=failed&numberId=1"
                        + "&since=2020-01-01T00:00:00Z&perPage=9",
                null,
                Map.of(
                        CliqtelConstants.FILTER_FROM,
                        "\u202a+1 555 000 0000\u202c",
                        CliqtelConstants.FILTER_TO,
                        FROM,
                        CliqtelConstants.FILTER_DIRECTION,
                        Direction.OUTBOUND,
                        CliqtelConstants.FILTER_STATUS,
                        "delivered".getBytes(StandardCharsets.US_ASCII),
                        CliqtelConstants.FILTER_NUMBER_ID,
                        11.0,
                        CliqtelConstants.FILTER_SINCE,
                        "2026-04-03T10:15:30+02:00",
                        CliqtelConstants.PAGE,
                        "2",
                        CliqtelConstants.PER_PAGE,
                        List.of(7)));
        assertThat(account.simulator().calls().get(0).query())
                .isEqualTo("direction=outbound&status=delivered&number_id=11&from=%2B15550000000&to=%2B16625163513"
                        + "&since=2026-04-03T10%3A15%3A30%2B02%3A00&page=2&per_page=7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"perPage=0", "perPage=101", "page=0", "since=yesterday", "numberId=-1"})
    void nonsenseIsRefusedBeforeAnyCall(String option) {
        assertThat(account.call("cliqtel:list?" + option, null).getException())
                .isInstanceOf(CliqtelRejectedException.class)
                .hasMessageContaining(option.split("=")[0]);
        assertThat(account.simulator().calls()).isEmpty();
    }

    @Test
    void allPagesAreOneListOfEachMessageOnce() {
        receive(230);
        Exchange out = account.call("cliqtel:list?paging=all", null);

        assertThat(list(out)).extracting(Sms::id).hasSize(230).doesNotHaveDuplicates();
        assertThat(account.simulator().calls()).hasSize(3);
        assertThat(list(account.call("cliqtel:list?paging=all&maxResults=101", null)))
                .hasSize(101);
        assertThat(account.simulator().calls()).hasSize(5);
    }

    @Test
    void aStreamReadsPagesOnDemandAndStopsAtItsLimit() {
        receive(25);
        Iterator<Sms> messages = stream("cliqtel:list?paging=stream&perPage=10&maxResults=15");
        assertThat(account.simulator().calls()).isEmpty();

        IntStream.range(0, 10).forEach(i -> messages.next());
        assertThat(account.simulator().calls()).hasSize(1);
        messages.next();
        assertThat(account.simulator().calls()).hasSize(2);
        IntStream.range(0, 4).forEach(i -> messages.next());
        assertThat(messages.hasNext()).isFalse();
        assertThatThrownBy(messages::next).isInstanceOf(NoSuchElementException.class);
        assertThat(account.simulator().calls()).hasSize(2);
    }

    @Test
    void aStreamDropsWhatAMovingPageRepeats() {
        receive(25);
        Iterator<Sms> messages = stream("cliqtel:list?paging=stream&perPage=10");
        List<Long> ids = new ArrayList<>();
        while (messages.hasNext()) {
            ids.add(messages.next().id());
            if (ids.size() == 5) {
                receive(4); // newest first: everything moves on by four
            }
        }
        assertThat(ids).doesNotHaveDuplicates().hasSize(25);
    }

    @Test
    void aStreamReadsTheSamePageAgainAfterAFailure() {
        answering(
                page("{\"id\":1}", 2).next(1),
                FaultRule.calls(Fault.beforeAcceptance(Symptom.status(502))).next(1),
                page("{\"id\":3}", 2).next(1));
        Iterator<Sms> messages = stream("cliqtel:list?paging=stream&perPage=1&maxRetries=0");
        assertThat(messages.next().id()).isEqualTo(1);
        assertThatThrownBy(messages::next).isInstanceOf(CliqtelUnavailableException.class);
        assertThat(messages.next().id()).isEqualTo(3);
        assertThat(messages.hasNext()).isFalse();
        assertThat(account.simulator().calls())
                .extracting(ReceivedCall::query)
                .containsExactly("page=1&per_page=1", "page=2&per_page=1", "page=2&per_page=1");
    }

    @Test
    void aServerThatDoesNotPageEndsInAFailureNotInALoop() {
        answering(page("{\"id\":1}", 1_000_000));
        assertThat(account.call("cliqtel:list?paging=all&perPage=1", null).getException())
                .isInstanceOf(CliqtelUnavailableException.class)
                .hasMessageContaining("does not page");
        Iterator<Sms> messages = stream("cliqtel:list?paging=stream&perPage=1");
        messages.next();
        assertThatThrownBy(messages::hasNext).isInstanceOf(CliqtelUnavailableException.class);
    }

    @Test
    void anEmptyAccountIsAnEmptyList() {
        assertThat(list(account.call("cliqtel:list", null))).isEmpty();
        assertThat(list(account.call("cliqtel:list?paging=all", null))).isEmpty();
        assertThat(stream("cliqtel:list?paging=stream").hasNext()).isFalse();
        assertThat(account.call("cliqtel:list", null).getMessage().getBody(String.class))
                .isEqualTo("[]");
    }

    @Test
    void aListConvertsToJsonAndNoOtherListIsTouched() {
        receive(1);
        Exchange out = account.call("cliqtel:list", null);
        assertThat(out.getMessage().getBody(String.class))
                .startsWith("[{\"id\":42,")
                .endsWith("}]");
        assertThat(account.context().getTypeConverter().convertTo(String.class, List.of("a", "b")))
                .isEqualTo("[a, b]");
    }

    @Test
    void oneMessageIsGotByHeaderBodyOrOption() {
        receive(3);
        assertThat(get("cliqtel:get?messageId=42", null, Map.of()).id()).isEqualTo(42);
        assertThat(get("cliqtel:get?messageId=42", 43, Map.of(CliqtelConstants.MESSAGE_ID, 44))
                        .id())
                .isEqualTo(42);
        assertThat(get("cliqtel:get", "43", Map.of()).id()).isEqualTo(43);
        assertThat(get("cliqtel:get", "43".getBytes(StandardCharsets.US_ASCII), Map.of())
                        .id())
                .isEqualTo(43);
        assertThat(get("cliqtel:get", 43, Map.of(CliqtelConstants.MESSAGE_ID, "44"))
                        .id())
                .isEqualTo(44);
        assertThat(account.call("cliqtel:get", "some text").getException())
                .isInstanceOf(CliqtelRejectedException.class)
                .hasMessageContaining("no message id");
        assertThat(account.call("cliqtel:get?messageId=999", null).getException())
                .isInstanceOf(CliqtelRejectedException.class)
                .hasMessageContaining("not_found");
    }

    @Test
    void aMessageIsGotAgainByItself() {
        receive(1);
        Sms sms = Sms.of(Map.of("id", 42));
        assertThat(get("cliqtel:get", sms, Map.of()).body()).isEqualTo("message 0");
    }

    @Test
    void anEmptyPageInTheMiddleIsNotTheEnd() {
        answering(
                page("{\"id\":1}", 3).next(1),
                page("", 3).next(1),
                page("{\"id\":3}", 3).next(1));
        assertThat(list(account.call("cliqtel:list?perPage=1&paging=all", null)))
                .hasSize(2);
    }

    @Test
    void aTimestampIsATimeToo() {
        account.call(
                "cliqtel:list", null, Map.of(CliqtelConstants.FILTER_SINCE, java.sql.Timestamp.from(Instant.EPOCH)));
        assertThat(account.simulator().calls().get(0).query()).contains("since=1970-01-01T00%3A00%3A00%2B00%3A00");
    }

    @Test
    void numbersAreListedTyped() {
        Exchange out = account.call("cliqtel:numbers", null);
        List<?> numbers = out.getMessage().getBody(List.class);
        assertThat(numbers).hasSize(2);
        SmsNumber first = (SmsNumber) numbers.get(0);
        assertThat(first.id()).isEqualTo(11);
        assertThat(first.number()).isEqualTo(FROM);
        assertThat(first.countryCode()).isEqualTo("US");
        assertThat(first.smsEnabled()).isTrue();
        assertThat(out.getMessage().getBody(String.class))
                .isEqualTo(
                        "[{\"id\":11,\"number\":\"+16625163513\",\"country_code\":\"US\",\"number_type\":\"local\",\"sms_enabled\":true},"
                                + "{\"id\":6,\"number\":\"+16315950406\",\"country_code\":\"US\",\"number_type\":\"local\",\"sms_enabled\":true}]");
    }

    private void answering(FaultRule... pages) {
        account.simulator().faults().set(pages);
    }

    /** As no account has it. */
    private static FaultRule page(String messages, int pages) {
        String json = "{\"data\":[" + messages + "],\"meta\":{\"total_pages\":" + pages + "}}";
        return FaultRule.calls(Fault.beforeAcceptance(Symptom.status(200).json(json)));
    }

    private void receive(int count) {
        IntStream.range(0, count).forEach(i -> account.simulator().receive(TO, FROM, "message " + i));
    }

    private Sms get(String uri, Object body, Map<String, Object> headers) {
        return account.call(uri, body, headers).getMessage().getBody(Sms.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Sms> list(Exchange out) {
        assertThat(out.getException()).isNull();
        return out.getMessage().getBody(List.class);
    }

    @SuppressWarnings("unchecked")
    private Iterator<Sms> stream(String uri) {
        return (Iterator<Sms>) account.call(uri, null).getMessage().getBody();
    }
}
