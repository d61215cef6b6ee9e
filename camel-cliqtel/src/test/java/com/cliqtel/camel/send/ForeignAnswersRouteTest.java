/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.FaultyServer;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.poll.CliqtelScheduledConsumer;
import com.cliqtel.camel.simulator.fault.CallMatch;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.ITERATOR;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

/** Answers that differ from the reference's samples in ways that HTTP servers are known for. */
class ForeignAnswersRouteTest {

    @SimulatedAccount
    private Cliqtel cliqtel;

    private TestAccount account;

    @BeforeEach
    void open() {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private void answering(Symptom symptom) {
        cliqtel.given().fault(FaultRule.calls(Fault.beforeAcceptance(symptom)));
    }

    private void answeringOnce(Symptom symptom) {
        account.simulator()
                .faults()
                .set(FaultRule.calls(Fault.beforeAcceptance(symptom)).next(1));
    }

    private static String sms(long id, String createdAt) {
        return "{\"id\":" + id + ",\"from\":\"+31687654321\",\"to\":\"" + TestAccount.FROM
                + "\",\"body\":\"hello\",\"direction\":\"inbound\",\"status\":\"delivered\",\"created_at\":\""
                + createdAt
                + "\"}";
    }

    private Object body(String uri) {
        Exchange out = account.call(uri, null);
        assertThat(out.getException()).isNull();
        return out.getMessage().getBody();
    }

    @Test
    void everyOperationReadsAnAnswerThatBeginsWithAByteOrderMark() {
        String time = "2026-04-03T10:15:30+00:00";
        answeringOnce(Symptom.status(201).json("\ufeff{\"data\":{\"id\":42}}"));
        assertThat(account.call("cliqtel:send?to=" + TestAccount.TO, "canary")
                        .getMessage()
                        .getHeader(CliqtelConstants.MESSAGE_ID))
                .isEqualTo(42L);
        answeringOnce(Symptom.status(200).json("\ufeff{\"data\":" + sms(42, time) + "}"));
        assertThat(body("cliqtel:get?messageId=42")).isInstanceOf(Sms.class);
        answeringOnce(Symptom.status(200).json("\ufeff{\"data\":[" + sms(42, time) + "]}"));
        assertThat(body("cliqtel:list")).asInstanceOf(LIST).hasSize(1);
        answeringOnce(Symptom.status(200).json("\ufeff{\"data\":[{\"id\":11,\"number\":\"+16625163513\"}]}"));
        assertThat(body("cliqtel:numbers")).asInstanceOf(LIST).hasSize(1);
        answeringOnce(
                Symptom.status(422).json("\ufeff{\"error\":{\"code\":\"validation_error\",\"message\":\"wrong\"}}"));
        assertThat(account.call("cliqtel:send?to=" + TestAccount.TO, "canary").getException())
                .hasMessageContaining("wrong (validation_error");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-03T10:15:30+0000, 2026-04-03T10:15:30Z",
        "2026-04-03 10:15:30, 2026-04-03T10:15:30Z",
        "2026-04-03 10:15:30 UTC, 2026-04-03T10:15:30Z",
        "2026-04-03T10:15:30.250000z, 2026-04-03T10:15:30.250Z",
        "2026-04-03T12:15:30+02, 2026-04-03T10:15:30Z"
    })
    void theInboundPositionMovesInWhateverFormTimesAreWritten(String written, Instant time) throws Exception {
        answering(Symptom.status(200).json("{\"data\":[" + sms(42, written) + "]}"));
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:inbound?startScheduler=false&startFrom=beginning")
                        .routeId("in")
                        .to("log:in?level=OFF");
            }
        });
        CliqtelScheduledConsumer consumer =
                (CliqtelScheduledConsumer) account.context().getRoute("in").getConsumer();
        consumer.run();
        assertThat(consumer.getPosition()).isEqualTo(time.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {421, 425})
    void aSendThatTheServerDidNotProcessIsSentAgain(int status) {
        answeringOnce(Symptom.status(status).json(""));
        assertThat(account.call("cliqtel:send?to=" + TestAccount.TO, "canary").getException())
                .isNull();
        cliqtel.then().calls("POST", "/messages").times(2);
        assertThat(account.simulator().messages()).hasSize(1);
    }

    @Test
    void aCallWaitsForTheRetryAfterOfA503() {
        answeringOnce(Symptom.status(503).json("").retryAfter("0"));
        long began = System.nanoTime();
        assertThat(account.call("cliqtel:numbers", null).getException()).isNull();
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(1_000_000_000L);
    }

    @Test
    void aCallWithRetryAfterBeyondMaxWaitFailsAtOnce() {
        answering(Symptom.status(503).json("").retryAfter("3599.5"));
        Exchange out = account.call("cliqtel:list", null);
        assertThat(out.getMessage().getHeader(CliqtelConstants.RETRY_AFTER)).isEqualTo(900L);
        cliqtel.then().calls("GET", "/messages").times(1);
    }

    @Test
    void informationalAnswersBeforeTheAnswerAreSkipped() throws Exception {
        try (FaultyServer server = FaultyServer.start(connection -> {
            connection.request();
            connection.write("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n");
            String json = "{\"data\":{\"id\":42}}";
            connection.write("HTTP/1.1 201 Created\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
        })) {
            account.component().getConnection().setBaseUrl(server.baseUrl());
            assertThat(account.call("cliqtel:send?to=" + TestAccount.TO, "canary")
                            .getMessage()
                            .getHeader(CliqtelConstants.MESSAGE_ID))
                    .isEqualTo(42L);
            assertThat(server.posts()).isEqualTo(1);
        }
    }

    private static final String BAD_ROWS =
            "{\"id\":null},{\"id\":\"x\"},{\"id\":1,\"id\":2},7,null,{\"id\":43,\"body\":\"a\",\"body\":\"b\"}";

    @Test
    void aListWithUnreadableRowsGivesTheOthers() throws Exception {
        String time = "2026-04-03T10:15:30+00:00";
        answering(Symptom.status(200)
                .json("{\"data\":[" + sms(42, time) + "," + BAD_ROWS + "," + sms(44, time)
                        + "],\"meta\":{\"total\":8,\"total_pages\":1}}"));
        for (String paging : new String[] {"single", "all"}) {
            assertThat(body("cliqtel:list?paging=" + paging)).asInstanceOf(LIST).hasSize(2);
        }
        assertThat(body("cliqtel:list?paging=stream"))
                .asInstanceOf(ITERATOR)
                .toIterable()
                .hasSize(2);
        assertThat(body("cliqtel:numbers")).asInstanceOf(LIST).hasSize(2);
        assertThat(account.component().getSkippedRows()).isEqualTo(24);
    }

    @Test
    void aSearchThatFindsUnreadableRowsNeverSendsAgain() {
        cliqtel.given()
                .fault(FaultRule.sends(Fault.beforeAcceptance(Symptom.closed())).next(1));
        cliqtel.given()
                .fault(FaultRule.calls(
                        new CallMatch("GET", null, null, null),
                        Fault.beforeAcceptance(Symptom.status(200).json("{\"data\":[" + BAD_ROWS + "]}"))));
        Exchange out =
                account.call("cliqtel:send?unknownOutcome=resend&settlingTime=200ms&to=" + TestAccount.TO, "canary");
        assertThat(out.getException())
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> assertThat(failure.getOutcome())
                        .isEqualTo(Outcome.UNKNOWN));
        cliqtel.then().calls("POST", "/messages").times(1);
    }

    @Test
    void aPollPassesUnreadableRowsAndDeliversTheOthersOnce() throws Exception {
        answering(Symptom.status(200)
                .json("{\"data\":[" + sms(42, "2026-04-03T10:15:30+00:00") + "," + BAD_ROWS + ","
                        + sms(44, "2026-04-03T10:15:40+00:00") + "],\"meta\":{\"total\":8,\"total_pages\":1}}"));
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:inbound?startScheduler=false&startFrom=beginning")
                        .routeId("in")
                        .to("mock:in");
            }
        });
        CliqtelScheduledConsumer consumer =
                (CliqtelScheduledConsumer) account.context().getRoute("in").getConsumer();
        consumer.run();
        consumer.run();
        assertThat(account.context().getEndpoint("mock:in", MockEndpoint.class).getReceivedCounter())
                .isEqualTo(2);
        assertThat(consumer.getPosition()).isEqualTo("2026-04-03T10:15:40Z");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(401, 422, 429, 503).flatMap(status -> Stream.of(
                        TestAccount.KEY,
                        TestAccount.KEY.toUpperCase(Locale.ROOT),
                        "canary-webhook-secret",
                        "canary-previous")
                .map(secret -> Arguments.of(status, secret)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void noSecretThatTheServerQuotesIsShown(int status, String secret) {
        account.component().getWebhook().setWebhookVerifyToken("canary-webhook-secret,canary-previous");
        answering(Symptom.status(status).error(secret, "Invalid API key: " + secret + "!"));
        for (String uri : new String[] {
            "cliqtel:send?maxWait=0&unknownOutcome=fail&to=" + TestAccount.TO, "cliqtel:numbers?maxWait=0&maxRetries=0"
        }) {
            StringWriter trace = new StringWriter();
            Exchange out = account.call(uri, "hi");
            out.getException().printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString() + out.getMessage().getHeaders()).doesNotContainIgnoringCase("canary");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/9.9 canary-api-key\r\n\r\n",
                "HTTP/1.1 canary-api-key no\r\n\r\n",
                "canary-api-key\r\n\r\n",
                "HTTP/1.1 200 OK\r\ncanary-api-key\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: canary-api-key\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: canary-api-key\r\n\r\n"
            })
    void noSecretInWhatIsNoHttpIsShown(String answer) throws Exception {
        try (FaultyServer server = FaultyServer.start(connection -> {
            connection.request();
            connection.write(answer);
            connection.socket().close();
        })) {
            account.component().getConnection().setBaseUrl(server.baseUrl());
            StringWriter trace = new StringWriter();
            Exchange out = account.call("cliqtel:send?unknownOutcome=fail&to=" + TestAccount.TO, "hi");
            out.getException().printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain("canary");
        }
    }
}
