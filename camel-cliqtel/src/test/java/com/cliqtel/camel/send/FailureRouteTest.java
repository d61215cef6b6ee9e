/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.FaultyServer;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every way in which a send can fail, inside a route with onException: what the handler gets, and what didn't happen. */
class FailureRouteTest {

    private static final String JSON = "application/json";

    /** So that a test sees how one attempt ends, and not what is done about it. */
    private static final String ONE_ATTEMPT = "&maxRetries=0&maxWait=0&unknownOutcome=fail";

    @SimulatedAccount
    private Cliqtel cliqtel;

    /** What the handler saw, and whether the next step ran. */
    private record Seen(List<Exception> handled, List<Exchange> nextStep, Exchange out) {
        CliqtelException only() {
            assertThat(nextStep).as("the step after the send").isEmpty();
            assertThat(handled).hasSize(1);
            assertThat(handled.get(0)).isInstanceOf(CliqtelException.class);
            return (CliqtelException) handled.get(0);
        }
    }

    static Stream<Arguments> rejections() {
        return Stream.of(
                Arguments.of(
                        401,
                        JSON,
                        "{\"error\":{\"code\":\"unauthenticated\",\"message\":\"Invalid API key\"}}",
                        "unauthenticated"),
                Arguments.of(
                        404,
                        JSON,
                        "{\"error\":{\"code\":\"not_found\",\"message\":\"Message not found\"}}",
                        "not_found"),
                Arguments.of(
                        422, JSON, "{\"error\":{\"code\":\"number_not_found\",\"message\":\"x\"}}", "number_not_found"),
                Arguments.of(
                        422, JSON, "{\"error\":{\"code\":\"validation_error\",\"message\":\"x\"}}", "validation_error"),
                Arguments.of(400, JSON, "{\"error\":{\"code\":\"brand_new\",\"message\":\"x\"}}", "brand_new"),
                Arguments.of(409, JSON, "{\"error\":{\"code\":\"brand_new\",\"message\":\"x\"}}", "brand_new"),
                Arguments.of(403, "text/html", "<h1>no</h1>", "http_status"),
                Arguments.of(418, JSON, "{\"message\":\"teapot\"}", "http_status"),
                Arguments.of(422, JSON, "{\"error\":{\"code\":\"valid", "http_status"),
                Arguments.of(413, "text/html", "<h1>too large</h1>", "http_status"),
                Arguments.of(
                        500,
                        JSON,
                        "{\"error\":{\"code\":\"send_failed\",\"message\":\"Carrier rejected the message\"}}",
                        "send_failed"),
                Arguments.of(
                        500,
                        JSON,
                        "{\"error\":{\"code\":\"insufficient_balance\",\"message\":\"x\"}}",
                        "insufficient_balance"),
                Arguments.of(
                        429,
                        JSON,
                        "{\"error\":{\"code\":\"insufficient_balance\",\"message\":\"x\"}}",
                        "insufficient_balance"),
                Arguments.of(
                        402,
                        JSON,
                        "{\"error\":{\"code\":\"insufficient_balance\",\"message\":\"x\"}}",
                        "insufficient_balance"));
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void whatTheApiSaysNoToIsRejected(int status, String type, String body, String code) throws Exception {
        answering(Symptom.status(status).body(type, body));
        Seen seen = send(baseUrl());

        CliqtelException failure = seen.only();
        assertThat(failure).isInstanceOf(CliqtelRejectedException.class);
        assertThat(failure.getCode().word()).isEqualTo(code);
        assertThat(failure.getStatusCode()).isEqualTo(status);
        assertThat(failure.getHttpResponseCode()).isEqualTo(status);
        assertThat(failure.getOperation()).isEqualTo("send");
        assertThat(seen.out().getMessage().getHeader(CliqtelConstants.ERROR_CODE))
                .isEqualTo(code);
        cliqtel.then().calls("POST", "/messages").times(1);
    }

    static Stream<Arguments> undecided() {
        return Stream.of(
                Arguments.of(303, "text/html", ""),
                Arguments.of(304, JSON, ""),
                Arguments.of(408, JSON, ""),
                Arguments.of(408, JSON, "{\"error\":{\"code\":\"request_timeout\",\"message\":\"x\"}}"),
                Arguments.of(409, JSON, "{}"),
                Arguments.of(499, "text/html", ""),
                Arguments.of(500, JSON, ""),
                Arguments.of(500, JSON, "{\"error\":{\"code\":\"oops\",\"message\":\"x\"}}"),
                Arguments.of(502, "text/html", "<html><body>Bad Gateway</body></html>"),
                Arguments.of(503, "text/plain", "later"),
                Arguments.of(504, "text/html", ""));
    }

    @ParameterizedTest
    @MethodSource("undecided")
    void whatTheServerCannotSayIsUnknown(int status, String type, String body) throws Exception {
        answering(Symptom.status(status).body(type, body));
        assertUnavailable(send(baseUrl()), Outcome.UNKNOWN);
        cliqtel.then().calls("POST", "/messages").times(1);
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                Arguments.of(201, "{}"),
                Arguments.of(201, "{\"data\":null}"),
                Arguments.of(201, "{\"data\":{\"status\":\"queued\"}}"),
                Arguments.of(201, "{\"data\":{\"id\":\"x\"}}"),
                Arguments.of(201, "{\"data\":{\"id\":42,\"from\":\"+166"),
                Arguments.of(200, "<html>"),
                Arguments.of(201, ""),
                Arguments.of(204, ""));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void anAcceptedSendWithoutAReadableIdIsSent(int status, String body) throws Exception {
        answering(Symptom.status(status).json(body));
        assertUnavailable(send(baseUrl()), Outcome.SENT);
        cliqtel.then().calls("POST", "/messages").times(1);
    }

    @Test
    void anAcceptedSendWithABrokenAnswerIsSent() throws Exception {
        cliqtel.given().fault(FaultRule.sends(Fault.afterAcceptance(Symptom.truncatedByReset())));
        assertUnavailable(send(baseUrl()), Outcome.SENT);
        cliqtel.then().calls("POST", "/messages").times(1);
    }

    @Test
    void anAcceptedSendWithAnEndlessAnswerIsSentWithinTheTimeout() throws Exception {
        try (FaultyServer server = FaultyServer.start(connection -> {
            connection.request();
            connection.write("HTTP/1.1 201 Created\r\nContent-Length: 400\r\n\r\n{\"data\":{\"id\":42");
            connection.socket().getInputStream().read();
        })) {
            assertUnavailable(send(server.baseUrl() + "&requestTimeout=300ms"), Outcome.SENT);
        }
    }

    @Test
    void anEndlessAnswerIsCutOffAtTwoMebibytes() throws Exception {
        try (FaultyServer server = FaultyServer.start(connection -> {
            connection.request();
            connection.write("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n\r\n");
            String chunk = " ".repeat(64 * 1024);
            while (true) {
                connection.write(chunk);
            }
        })) {
            assertUnavailable(send(server.baseUrl()), Outcome.SENT);
        }
    }

    @Test
    void tooManyRequestsIsThrottledWithTheWaitThatTheServerNamed() throws Exception {
        answering(Symptom.status(429).error("rate_limited", "Too many").retryAfter(600));
        Seen seen = send(baseUrl());

        CliqtelException failure = seen.only();
        assertThat(failure).isInstanceOf(CliqtelThrottledException.class);
        assertThat(((CliqtelThrottledException) failure).getRetryAfter()).isEqualTo(Duration.ofSeconds(601));
        assertThat(seen.out().getMessage().getHeader(CliqtelConstants.RETRY_AFTER))
                .isEqualTo(601L);
        cliqtel.then().calls("POST", "/messages").times(1);
    }

    @Test
    void aFrameworksOwn429IsThrottledToo() throws Exception {
        answering(Symptom.status(429).message("Too Many Attempts.").retryAfter("soon"));
        assertThat(send(baseUrl()).only())
                .isInstanceOfSatisfying(
                        CliqtelThrottledException.class,
                        throttled -> assertThat(throttled.getRetryAfter()).isEqualTo(Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void noRedirectIsEverFollowed(int status, @CliqtelSimulator(key = "another-key") Cliqtel other) throws Exception {
        answering(Symptom.status(status)
                .json("")
                .header("Location", "http://localhost:" + other.simulator().port() + "/steal"));
        CliqtelException failure = send(baseUrl()).only();
        assertThat(failure)
                .isInstanceOf(status < 307 ? CliqtelUnavailableException.class : CliqtelRejectedException.class);
        assertThat(status < 307 ? failure.getCause() : failure).hasMessageContaining("host localhost");
        cliqtel.then().calls("POST", "/messages").times(1);
        assertThat(other.simulator().calls()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void queriesFollowNoRedirect(int status, @CliqtelSimulator(key = "another-key") Cliqtel other) throws Exception {
        answering(Symptom.status(status)
                .json("")
                .header("Location", "http://127.0.0.1:" + other.simulator().port() + "/steal"));
        try (CamelContext context = new DefaultCamelContext()) {
            context.start();
            Exchange out = context.createFluentProducerTemplate()
                    .to("cliqtel:list?apiKey=canaryKey&baseUrl=" + baseUrl())
                    .request(Exchange.class);
            assertThat(out.getException()).isInstanceOf(CliqtelRejectedException.class);
            assertThat(other.simulator().calls()).isEmpty();
        }
    }

    static Stream<Integer> redirects() {
        return Stream.of(301, 302, 303, 307, 308);
    }

    @Test
    void aClosedPortIsNotSent() throws Exception {
        assertUnavailable(send("http://127.0.0.1:" + closedPort() + "/api/v1/sms"), Outcome.NOT_SENT);
    }

    @Test
    void anUnknownHostIsNotSent() throws Exception {
        assertUnavailable(send("https://no-such-host.invalid/api/v1/sms"), Outcome.NOT_SENT);
    }

    @Test
    void aStalledTlsHandshakeIsNotSentWithinTheConnectTimeout() throws Exception {
        try (FaultyServer server = FaultyServer.start(connection ->
                connection.socket().getInputStream().transferTo(java.io.OutputStream.nullOutputStream()))) {
            assertUnavailable(
                    send("https://127.0.0.1:" + server.port() + "/api&connectTimeout=300ms"), Outcome.NOT_SENT);
        }
    }

    @Test
    void aResetAfterTheRequestIsUnknown() throws Exception {
        answering(Symptom.reset());
        assertUnavailable(send(baseUrl()), Outcome.UNKNOWN);
        cliqtel.then().calls("POST", "/messages").times(1);
    }

    @Test
    void anEndOfStreamAfterTheRequestIsUnknown() throws Exception {
        answering(Symptom.closed());
        assertUnavailable(send(baseUrl()), Outcome.UNKNOWN);
        cliqtel.then().calls("POST", "/messages").times(1);
    }

    @Test
    void aResetAtOnceNeverCausesASecondAttempt() throws Exception {
        try (FaultyServer server = FaultyServer.start(FaultyServer.Connection::reset)) {
            assertThat(send(server.baseUrl()).only()).isInstanceOf(CliqtelUnavailableException.class);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatNeverAnswersIsUnknownWithinTheTimeout() throws Exception {
        answering(Symptom.silence());
        CliqtelException failure = assertUnavailable(send(baseUrl() + "&requestTimeout=300ms"), Outcome.UNKNOWN);
        assertThat(failure.getCode().word()).isEqualTo("timeout");
        cliqtel.then().calls("POST", "/messages").times(1);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aServerThatTricklesIsEndedByTheDeadline() throws Exception {
        try (FaultyServer server = FaultyServer.start(connection -> {
            connection.request();
            connection.write("HTTP/1.1 500 Slow\r\n");
            while (true) {
                connection.write("X-Slow: 1\r\n");
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
        })) {
            assertUnavailable(send(server.baseUrl() + "&requestTimeout=400ms"), Outcome.UNKNOWN);
        }
    }

    @Test
    void garbageIsUnknown() throws Exception {
        try (FaultyServer server = FaultyServer.start(connection -> {
            connection.request();
            connection.write("SSH-2.0-OpenSSH_9.2\r\n\r\n");
            connection.socket().close();
        })) {
            assertUnavailable(send(server.baseUrl()), Outcome.UNKNOWN);
        }
    }

    @Test
    void callsThatFindNoConnectionInTimeAreNotSent() throws Exception {
        answering(Symptom.silence());
        try (CamelContext context = new DefaultCamelContext()) {
            // a limiter would let one of them leave at first
            context.getComponent("cliqtel", CliqtelComponent.class).getLimit().setRequestsPerMinute(0);
            context.start();
            String uri = "cliqtel:send?apiKey=canaryKey&from=+16625163513&requestTimeout=2s"
                    + "&connectTimeout=300ms&http.connectionsPerRoute=2&baseUrl=" + baseUrl() + ONE_ATTEMPT;
            ExecutorService callers = Executors.newFixedThreadPool(6);
            List<Future<Exchange>> calls = IntStream.range(0, 6)
                    .mapToObj(i -> callers.submit(() -> context.createFluentProducerTemplate()
                            .to(uri)
                            .withBody("canary")
                            .withHeader(CliqtelConstants.TO, "+3161234567" + i)
                            .request(Exchange.class)))
                    .toList();
            callers.shutdown();
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Exchange> call : calls) {
                outcomes.add(((CliqtelUnavailableException) call.get().getException()).getOutcome());
            }
            assertThat(outcomes)
                    .containsExactlyInAnyOrder(
                            Outcome.NOT_SENT,
                            Outcome.NOT_SENT,
                            Outcome.NOT_SENT,
                            Outcome.NOT_SENT,
                            Outcome.UNKNOWN,
                            Outcome.UNKNOWN);
            cliqtel.then().calls("POST", "/messages").times(2);
        }
    }

    @Test
    void anAnswerWithAnAbsurdTimeIsStillAnAnswer() throws Exception {
        String json = "{\"data\":{\"id\":7,\"created_at\":\"+999999999-01-01T00:00:00+00:00\"}}";
        answering(Symptom.status(201).json(json));
        Seen seen = send(baseUrl());
        assertThat(seen.handled()).isEmpty();
        assertThat(seen.out().getMessage().getHeader(CliqtelConstants.MESSAGE_ID))
                .isEqualTo(7L);
    }

    @Test
    void noFailureQuotesKeyTextOrNumber() throws Exception {
        String echo =
                "{\"error\":{\"code\":\"validation_error\",\"message\":\"bad: canary text to +31612345678\\nx\"}}";
        answering(Symptom.status(422).json(echo));
        CliqtelException failure = send(baseUrl()).only();
        assertThat(failure.getMessage())
                .doesNotContain("canary", "31612345678", "\n")
                .contains("5678");
    }

    private static CliqtelException assertUnavailable(Seen seen, Outcome outcome) {
        CliqtelException failure = seen.only();
        assertThat(failure).isInstanceOfSatisfying(CliqtelUnavailableException.class, unavailable -> assertThat(
                        unavailable.getOutcome())
                .isEqualTo(outcome));
        assertThat(failure.getMessage()).doesNotContain("canary", "31612345678");
        return failure;
    }

    /** Whatever is asked. */
    private void answering(Symptom symptom) {
        cliqtel.given().fault(FaultRule.calls(Fault.beforeAcceptance(symptom)));
    }

    private String baseUrl() {
        return cliqtel.baseUrl().toString();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Seen send(String baseUrl) throws Exception {
        Seen seen;
        List<Exception> handled = new ArrayList<>();
        List<Exchange> next = new ArrayList<>();
        try (CamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    onException(CliqtelException.class)
                            .handled(true)
                            .process(e -> handled.add(e.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
                    from("direct:in")
                            .to("cliqtel:send?apiKey=" + TestAccount.KEY + "&from=+16625163513&to=+31612345678&baseUrl="
                                    + baseUrl + ONE_ATTEMPT)
                            .process(next::add);
                }
            });
            context.start();
            Exchange out = context.createProducerTemplate()
                    .request("direct:in", e -> e.getMessage().setBody("canary text"));
            seen = new Seen(handled, next, out);
        }
        return seen;
    }
}
