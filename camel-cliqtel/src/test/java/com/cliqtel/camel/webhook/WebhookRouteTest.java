/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookEvent;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.webhook.verify.SignatureVerifier;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static com.cliqtel.camel.fixture.WebhookServer.SECRET;
import static com.cliqtel.camel.fixture.WebhookServer.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A webhook consumer on Vert.x and who may call it: the table of answers, and what neither side learns of the other. */
class WebhookRouteTest {

    private final List<Exchange> routed = new CopyOnWriteArrayList<>();
    private WebhookServer server;

    @BeforeEach
    void start() throws Exception {
        server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:webhook?webhookVerifyToken=" + SECRET)
                        .routeId("hook")
                        .process(e -> routed.add(e.copy()))
                        .setHeader("X-Internal", constant("db-host-1"))
                        .choice()
                        .when(simple("${header.CamelCliqtelMessageId} == 500"))
                        .throwException(new IllegalStateException("db-host-1 is down"))
                        .end()
                        .setBody(constant("a body of the route"));
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aSignedReportReachesTheRouteTyped() throws Exception {
        String body = report(42, "delivered");

        assertThat(server.send(server.signed(body)).statusCode()).isEqualTo(200);

        assertThat(routed).hasSize(1);
        Exchange exchange = routed.get(0);
        StatusUpdate update = exchange.getMessage().getBody(StatusUpdate.class);
        assertThat(update.id()).isEqualTo(42);
        assertThat(update.status()).hasToString("delivered");
        assertThat(update.cost()).isEqualTo(new BigDecimal("0.008"));
        Map<String, Object> headers = exchange.getMessage().getHeaders();
        assertThat(headers)
                .containsEntry(CliqtelConstants.EVENT, "sms.status_updated")
                .containsEntry(CliqtelConstants.MESSAGE_ID, 42L)
                .containsEntry(CliqtelConstants.SMS_STATUS, "delivered")
                .containsEntry(CliqtelConstants.STATUS_FINAL, true)
                .containsEntry(CliqtelConstants.SMS_TO, "+31612345678")
                .containsEntry(
                        Exchange.MESSAGE_TIMESTAMP,
                        update.timestamp().toInstant().toEpochMilli());
        assertThat(headers.keySet()).allMatch(name -> name.startsWith("Camel"));
        assertThat(headers)
                .doesNotContainKeys(CliqtelConstants.TO, CliqtelConstants.FROM, CliqtelConstants.FILTER_STATUS);
    }

    @Test
    void theEventBecomesTheApisJsonWithoutAMarshalStep() throws Exception {
        String body = report(42, "sent");
        server.send(server.signed(body));
        Exchange exchange = routed.get(0);

        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo(body);
        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
        assertThat(new ObjectMapper().writeValueAsString(exchange.getMessage().getBody()))
                .isEqualTo(body);
        assertThat(exchange.getMessage().getBody(Map.class)).containsKeys("event", "data", "timestamp");
    }

    @Test
    void anUnknownEventReachesTheRouteWithItsTypeAndItsJson() throws Exception {
        String body = "{\"event\":\"sms.received\",\"data\":{\"new\":[1,2]}}";
        assertThat(server.send(server.signed(body)).statusCode()).isEqualTo(200);

        WebhookEvent event = routed.get(0).getMessage().getBody(WebhookEvent.class);
        assertThat(event.event()).isEqualTo("sms.received");
        assertThat(routed.get(0).getMessage().getBody(String.class)).isEqualTo(body);
        assertThat(routed.get(0).getMessage().getHeader(CliqtelConstants.EVENT)).isEqualTo("sms.received");
    }

    static Stream<Arguments> strangers() {
        String body = report(42, "delivered");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String signature = SignatureVerifier.sign(bytes, SECRET);
        String deep = "[".repeat(10_000);
        return Stream.of(
                stranger("GET", 405, s -> s.request("").GET()),
                stranger("PUT", 405, s -> s.request("").PUT(HttpRequest.BodyPublishers.ofString(body))),
                stranger("text", 415, s -> s.signed(body).setHeader("Content-Type", "text/plain")),
                stranger("form", 415, s -> s.signed(body)
                        .setHeader("Content-Type", "application/x-www-form-urlencoded")),
                stranger("gzip", 415, s -> s.signed(body).header("Content-Encoding", "gzip")),
                stranger("too large", 413, s -> s.signed(" ".repeat(70_000))),
                stranger("unsigned", 403, s -> s.request("").POST(HttpRequest.BodyPublishers.ofString(body))),
                stranger("empty signature", 403, s -> s.signed(body).setHeader("X-Cliqtel-Signature", "")),
                stranger("short signature", 403, s -> s.signed(body).setHeader("X-Cliqtel-Signature", "abcd")),
                stranger("wrong signature", 403, s -> s.signed(body).setHeader("X-Cliqtel-Signature", "0".repeat(64))),
                stranger("unsigned garbage", 403, s -> s.request("").POST(HttpRequest.BodyPublishers.ofString("{{{"))),
                stranger("signed garbage", 400, s -> s.signed("{{{")),
                stranger("signed deep JSON", 400, s -> s.signed(deep)),
                stranger("signed list", 400, s -> s.signed("[]")),
                stranger("signed, no event", 400, s -> s.signed("{\"data\":{\"id\":1}}")),
                stranger("signed, no id", 400, s -> s.signed("{\"event\":\"sms.status_updated\",\"data\":{}}")),
                stranger(
                        "from the future",
                        503,
                        s -> s.signed("{\"event\":\"x\",\"timestamp\":\"2999-01-01T00:00:00+00:00\"}")),
                stranger(
                        "too old", 503, s -> s.signed("{\"event\":\"x\",\"timestamp\":\"2020-01-01T00:00:00+00:00\"}")),
                stranger("signature of another body", 403, s -> s.signed(body.replace("42", "43"))
                        .setHeader("X-Cliqtel-Signature", signature)));
    }

    private static Arguments stranger(String name, int status, Function<WebhookServer, HttpRequest.Builder> request) {
        return Arguments.of(name, status, request);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("strangers")
    void aStrangerGetsTheTablesAnswerAndNoRoute(
            String name, int status, Function<WebhookServer, HttpRequest.Builder> request) throws Exception {
        HttpResponse<String> answer = server.send(request.apply(server));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(routed).isEmpty();
    }

    @Test
    void capitalsAndAPrefixAreTheSameSignature() throws Exception {
        byte[] body = report(1, "sent").getBytes(StandardCharsets.UTF_8);
        String signature = SignatureVerifier.sign(body, SECRET);

        assertThat(server.send(server.signed(body, "").setHeader("X-Cliqtel-Signature", signature.toUpperCase()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.send(server.signed(body, "").setHeader("X-Cliqtel-Signature", "sha256=" + signature))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRouteThatFailsIsA500WithoutAWord() throws Exception {
        HttpResponse<String> answer = server.send(server.signed(report(500, "sent")));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().map().toString()).doesNotContain("db-host-1");
        assertThat(routed).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("probes")
    void nothingOfTheRequestOrTheRouteComesBack(String query, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = server.signed(report(7, "sent").getBytes(StandardCharsets.UTF_8), query);
        headers.forEach(request::header);
        for (HttpRequest.Builder probe : List.of(request, server.request(query).GET())) {
            HttpResponse<String> answer = server.send(probe);
            assertThat(answer.statusCode()).isIn(200, 405);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().map().keySet()).isSubsetOf("content-length", "allow", "transfer-encoding");
        }
        routed.forEach(exchange ->
                assertThat(exchange.getMessage().getHeaders().toString()).doesNotContain("evil", "canary"));
    }

    static Stream<Arguments> probes() {
        return Stream.of(
                Arguments.of("?Set-Cookie=evil", Map.of()),
                Arguments.of("?Location=http://evil&Access-Control-Allow-Origin=*", Map.of()),
                Arguments.of("?X=a%0d%0aX-Evil:1", Map.of()),
                Arguments.of("?CamelHttpResponseCode=201&CAmelHttpResponseCode=202", Map.of()),
                Arguments.of("?CamelCliqtelTo=evil&camelCliqtelFrom=evil&CamelHttpMethod=evil", Map.of()),
                Arguments.of("?Camel.Cliqtel=evil&CamelCliqtelIdempotencyKey=evil&org.apache.camel.x=evil", Map.of()),
                Arguments.of("", Map.of("X-Forwarded-For", "evil", "Cookie", "evil=1")),
                Arguments.of("", Map.of("CamelHttpResponseCode", "204", "camelcliqtelto", "+15550000000evil")),
                Arguments.of("", Map.of("Authorization", "Basic evil")));
    }

    @Test
    void aBridgedConsumerDoesNotRunTheRoutesErrorHandlerTwice() throws Exception {
        List<Exchange> handled = new CopyOnWriteArrayList<>();
        server.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).process(handled::add);
                from("cliqtel:webhook?bridgeErrorHandler=true&webhookPath=/bridged&webhookVerifyToken=" + SECRET)
                        .throwException(new IllegalStateException("down"));
            }
        });
        byte[] body = report(1, "sent").getBytes(StandardCharsets.UTF_8);
        assertThat(server.send(HttpRequest.newBuilder(server.address().resolve("/bridged"))
                                .header("Content-Type", "application/json")
                                .header("X-Cliqtel-Signature", SignatureVerifier.sign(body, SECRET))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body)))
                        .statusCode())
                .isEqualTo(500);
        assertThat(handled).hasSize(1);
    }

    @Test
    void aSuspendedConsumerTakesNothing() throws Exception {
        server.context().getRouteController().suspendRoute("hook");
        assertThat(server.send(server.signed(report(1, "sent"))).statusCode()).isEqualTo(503);
        assertThat(routed).isEmpty();

        server.context().getRouteController().resumeRoute("hook");
        assertThat(server.send(server.signed(report(1, "sent"))).statusCode()).isEqualTo(200);
    }

    @Test
    void aStoppedRouteCanBeStartedAgain() throws Exception {
        server.context().getRouteController().stopRoute("hook");
        assertThat(server.send(server.signed(report(1, "sent"))).statusCode()).isEqualTo(404);

        server.context().getRouteController().startRoute("hook");
        assertThat(server.send(server.signed(report(1, "sent"))).statusCode()).isEqualTo(200);
    }

    @Test
    void aSecondConsumerOfThePathIsRefused() {
        assertThatThrownBy(() -> server.context().addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("cliqtel:webhook?webhookVerifyToken=other").to("log:x");
                    }
                }))
                .hasMessageContaining("already listens on /cliqtel/webhook");
    }

    @Test
    void filtersAnswerWithoutTheRoute() throws Exception {
        server.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:webhook?webhookPath=/final&statuses=delivered,failed&webhookVerifyToken=" + SECRET)
                        .process(e -> routed.add(e.copy()));
            }
        });
        for (String status : List.of("sent", "delivered")) {
            byte[] body = report(1, status).getBytes(StandardCharsets.UTF_8);
            assertThat(server.send(HttpRequest.newBuilder(server.address().resolve("/final"))
                                    .header("Content-Type", "application/json; charset=iso-8859-1")
                                    .header("X-Cliqtel-Signature", SignatureVerifier.sign(body, SECRET))
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(body)))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(routed).hasSize(1);
    }

    @Test
    void aReportGoesStraightToAnotherStepAsTheApisJson() throws Exception {
        List<Object> bodies = new CopyOnWriteArrayList<>();
        server.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:webhook?webhookPath=/straight&webhookVerifyToken=" + SECRET)
                        .multicast()
                        .to("seda:queue", "direct:typed", "direct:marshalled");
                from("seda:queue")
                        .convertBodyTo(String.class)
                        .process(e -> bodies.add(e.getMessage().getBody()));
                from("direct:typed")
                        .convertBodyTo(byte[].class)
                        .process(e -> bodies.add(e.getMessage().getBody(String.class)));
                from("direct:marshalled")
                        .marshal()
                        .json()
                        .process(e -> bodies.add(e.getMessage().getBody(String.class)));
            }
        });
        String body = report(42, "delivered");
        post("/straight", body);

        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(bodies).containsExactly(body, body, body));
    }

    @Test
    void noFactOfAReportOrOfItsRequestSteersASend(@SimulatedAccount Simulator simulator) throws Exception {
        CliqtelComponent component = server.context().getComponent("cliqtel", CliqtelComponent.class);
        component.getConnection().setApiKey(TestAccount.KEY);
        component.getConnection().setBaseUrl(simulator.baseUrl().toString());
        server.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:webhook?webhookPath=/alert&webhookVerifyToken=" + SECRET)
                        .setBody(simple("message ${body.id} is ${body.status}"))
                        .to("cliqtel:send?from=+16625163513&to=+15550000001")
                        .to("cliqtel:list?status=queued");
            }
        });
        post(
                "/alert?CamelCliqtelTo=%2B15559999999&CamelCliqtelFrom=%2B15559999998&to=evil&body=evil"
                        + "&CamelCliqtelIdempotencyKey=evil&CamelCliqtelStatusCallbackUrl=https://evil/"
                        + "&CamelCliqtelStatus=failed&CamelHttpUri=http://evil/&CamelHttpQuery=to=evil",
                report(42, "delivered"));

        assertThat(simulator.messages()).hasSize(1);
        assertThat(simulator.messages().get(0).to()).isEqualTo("+15550000001");
        assertThat(simulator.messages().get(0).body()).isEqualTo("message 42 is delivered");
        assertThat(simulator.calls().get(1).query()).isEqualTo("status=queued&page=1&per_page=25");
    }

    private void post(String path, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        assertThat(server.send(HttpRequest.newBuilder(server.address().resolve(path))
                                .header("Content-Type", "application/json")
                                .header("X-Cliqtel-Signature", SignatureVerifier.sign(bytes, SECRET))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void withoutASecretItDoesNotStart() throws Exception {
        assertStartFails("cliqtel:webhook", "No key to verify webhooks with", "webhookVerifyToken");
    }

    @Test
    void withoutAnHttpServerItSaysWhatToAdd() throws Exception {
        assertStartFails("cliqtel:webhook?webhookVerifyToken=x1", "camel-platform-http-main", "camel.server.port");
    }

    @Test
    void aSecretThatLostItsPlusIsRefusedUnshown() throws Exception {
        assertStartFails("cliqtel:webhook?webhookVerifyToken=can+ary", "webhookVerifyToken has a blank", "RAW(");
    }

    private static void assertStartFails(String uri, String... words) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(uri).to("log:x");
                }
            });
            assertThatThrownBy(context::start)
                    .satisfies(thrown ->
                            assertThat(messages(thrown)).contains(words).doesNotContain("can ary"));
        }
    }

    private static String messages(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            all.append(t.getMessage()).append('\n');
        }
        return all.toString();
    }
}
