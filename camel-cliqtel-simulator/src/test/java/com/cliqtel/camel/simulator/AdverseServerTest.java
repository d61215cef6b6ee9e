/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.StoredForm;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Reply;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import com.cliqtel.camel.simulator.limit.WindowKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static com.cliqtel.camel.simulator.fault.Symptom.status;
import static com.cliqtel.camel.simulator.fault.Symptom.tooManyRequests;
import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A server whose clock is wrong, whose lists lag, whose windows are short, and who says strange things. */
class AdverseServerTest {

    private static final Instant NOON = Instant.parse("2026-04-03T12:00:00Z");

    private final Cliqtel account;
    private final Simulator cliqtel;
    private final ApiClient client;

    AdverseServerTest(@CliqtelSimulator(time = MANUAL, start = "2026-04-03T12:00:00Z") Cliqtel account) {
        this.account = account;
        this.cliqtel = account.simulator();
        this.client = new ApiClient(cliqtel);
    }

    @Test
    void returnsItsOwnTimeIfItsClockIsWrong() {
        account.given().account(server -> server.clockSkew(Duration.ofMinutes(-7)));

        HttpResponse<String> answer = client.text("x");

        assertThat(answer.headers().firstValue("Date")).contains("Fri, 03 Apr 2026 11:53:00 GMT");
        assertThat(answer.body()).contains("\"created_at\":\"2026-04-03T11:53:00+00:00\"");
        account.when().timePasses(Duration.ofSeconds(3));
        assertThat(cliqtel.messages())
                .extracting(Message::updatedAt)
                .containsExactly(NOON.plusSeconds(3).minus(Duration.ofMinutes(7)));
    }

    @Test
    void datesItsAnswersByAnotherClockThanItsMessages() {
        account.given().account(server -> server.dateSkew(Duration.ofSeconds(-10)));

        HttpResponse<String> answer = client.text("x");

        assertThat(answer.headers().firstValue("Date")).contains("Fri, 03 Apr 2026 11:59:50 GMT");
        assertThat(answer.body()).contains("\"created_at\":\"2026-04-03T12:00:00+00:00\"");
    }

    @Test
    void storesNumbersAndTextsInAnotherForm() {
        account.given().account(server -> server.storedForm(StoredForm.NORMALISED));

        String answer =
                client.text(" caf\u0065\u0301  \u201cno\u201d\u2013yes ").body();

        String stored = "\"to\":\"+310612345678\",\"body\":\"caf\u00e9 'no'-yes\"";
        assertThat(answer).contains("\"from\":\"+166 2516 3513\"", stored);
        assertThat(client.get("/messages?to=%2B310612345678").body()).contains("\"total\":1", stored);
        assertThat(client.get("/messages?to=%2B31612345678").body()).contains("\"total\":0");
    }

    @Test
    void passesTimeAsAnyOtherWhereItsClockIsWrong() {
        account.given().requestsPerMinute(1).account(server -> server.clockSkew(Duration.ofDays(1)));

        client.get("/numbers");
        account.when().timePasses(Duration.ofSeconds(20));

        assertThat(client.get("/numbers").headers().firstValue("Retry-After")).contains("40");
    }

    @Test
    void showsMessagesLateInListsButNotById() {
        account.given().account(server -> server.listLag(Duration.ofSeconds(10)));

        client.text("x");
        account.when().timePasses(Duration.ofMillis(9_999));
        cliqtel.receive("+31612345678", "+16625163513", "later");

        assertThat(client.get("/messages").body()).contains("\"total\":0");
        assertThat(client.get("/messages/42").statusCode()).isEqualTo(200);
        account.when().timePasses(Duration.ofMillis(1));
        assertThat(client.get("/messages").body()).contains("\"total\":1", "\"id\":42");
        account.when().timePasses(Duration.ofSeconds(10));
        assertThat(client.get("/messages").body()).contains("\"total\":2");
    }

    @ParameterizedTest
    @EnumSource(WindowKind.class)
    void opensShortWindowsInRealTime(WindowKind kind, @CliqtelSimulator Cliqtel real) {
        real.given().requestsPerMinute(1).account(server -> server.window(kind)
                .windowLengths(Duration.ofMillis(1500), Duration.ofMillis(1500)));

        ApiClient caller = new ApiClient(real.simulator());
        HttpResponse<String> refused = caller.get("/numbers");
        // the first may have come at the very end of a window of the clock
        for (int calls = 0; refused.statusCode() != 429 && calls < 100; calls++) {
            refused = caller.get("/numbers");
        }

        assertThat(refused.headers().firstValue("Retry-After").orElseThrow()).isIn("1", "2");
        org.awaitility.Awaitility.await().until(() -> caller.get("/numbers").statusCode() == 200);
    }

    @Test
    void countsBothWindowsByTheirLengths() {
        account.given()
                .requestsPerMinute(3)
                .messagesPerSecond(1)
                .account(server -> server.windowLengths(Duration.ofMillis(2_100), Duration.ofMillis(400)));

        assertThat(client.text("1").statusCode()).isEqualTo(201);
        assertThat(client.text("2").headers().firstValue("Retry-After")).contains("1");
        account.when().timePasses(Duration.ofMillis(400));
        assertThat(client.text("3").statusCode()).isEqualTo(201);
        assertThat(client.text("4").headers().firstValue("Retry-After")).contains("2");
        account.when().timePasses(Duration.ofMillis(1_700));
        assertThat(client.text("5").statusCode()).isEqualTo(201);
    }

    @Test
    void takesAnyLimitForATokenBucket() {
        account.given()
                .requestsPerMinute(Integer.MAX_VALUE)
                .messagesPerSecond(Integer.MAX_VALUE)
                .account(server -> server.window(WindowKind.TOKEN_BUCKET)
                        .windowLengths(Duration.ofMillis(1), Duration.ofMillis(1)));

        HttpResponse<String> answer = client.text("x");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("X-RateLimit-Limit")).contains("2147483647");
        assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).contains("2147483646");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhenToComeBackInAnyForm(Reply refusal, String retryAfter, String body) {
        account.given().fault(FaultRule.calls(Fault.beforeAcceptance(refusal)));

        HttpResponse<String> answer = client.text("x");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After").orElse("none")).isEqualTo(retryAfter);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(cliqtel.messages()).isEmpty();
    }

    private static Stream<Arguments> refusals() {
        String documented = "{\"error\":{\"code\":\"rate_limited\",\"message\":\"Too many requests\"}}";
        Reply laravel = status(429).message("Too Many Attempts.");
        return Stream.of(
                arguments(tooManyRequests(), "none", documented),
                arguments(tooManyRequests().retryAfter(0), "0", documented),
                arguments(tooManyRequests().retryAfter(3600), "3600", documented),
                arguments(tooManyRequests().retryAfter("soon"), "soon", documented),
                arguments(
                        tooManyRequests().retryAt(Duration.ofSeconds(30)), "Fri, 03 Apr 2026 12:00:30 GMT", documented),
                arguments(laravel.retryAfter(60), "60", "{\"message\":\"Too Many Attempts.\"}"),
                arguments(status(429).retryAfter(1), "1", ""));
    }

    @Test
    void doesNotResetFaultsAwayThatItWasBuiltWith(
            @CliqtelSimulator(time = MANUAL, account = DownAtFirst.class) Simulator built) {
        ApiClient caller = new ApiClient(built);
        assertThat(caller.text("x").statusCode()).isEqualTo(503);
        assertThat(caller.text("x").statusCode()).isEqualTo(201);
        built.faults().storm(Duration.ofMinutes(1), Fault.beforeAcceptance(status(500)));
        built.reset();

        assertThat(caller.text("x").statusCode()).isEqualTo(503);
        assertThat(caller.text("x").statusCode()).isEqualTo(201);
    }

    static final class DownAtFirst implements Consumer<SimulatorBuilder> {

        @Override
        public void accept(SimulatorBuilder account) {
            account.faults(FaultRule.sends(Fault.beforeAcceptance(status(503))).next(1));
        }
    }

    @Test
    void acceptsNothingLateAfterAReset() {
        account.given()
                .fault(FaultRule.sends(Fault.lateAcceptance(Duration.ofSeconds(5), Symptom.status(504)))
                        .next(1));

        assertThat(client.text("x").statusCode()).isEqualTo(504);
        cliqtel.reset();
        account.when().timePasses(Duration.ofSeconds(5));

        assertThat(cliqtel.messages()).isEmpty();
        assertThat(cliqtel.balance()).isEqualByComparingTo("100");
    }

    @Test
    void refusesWhatNoServerIs() {
        SimulatorBuilder builder = Simulator.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.clockSkew(Duration.ofDays(-3651)))
                .withMessage("A clock may be ahead or behind by at most 3650 days, not by PT-87624H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.listLag(Duration.ofMillis(-1)))
                .withMessage("listLag must be zero to 365 days, not PT-0.001S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.windowLengths(Duration.ZERO, Duration.ofSeconds(1)))
                .withMessage("The length of a minute must be whole milliseconds, 1 ms to 365 days, not PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.windowLengths(Duration.ofSeconds(1), Duration.ofNanos(1_000_001)))
                .withMessage("The length of a second must be whole milliseconds, 1 ms to 365 days, not PT0.001000001S");
    }
}
