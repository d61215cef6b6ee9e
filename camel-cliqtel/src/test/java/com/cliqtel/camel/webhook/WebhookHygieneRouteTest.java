/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.webhook.verify.SignatureVerifier;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.fixture.WebhookServer.SECRET;
import static com.cliqtel.camel.fixture.WebhookServer.report;
import static org.assertj.core.api.Assertions.assertThat;

/** Nothing of a request or of a route comes back, on Vert.x; and nothing of a request but the signed event goes in. */
class WebhookHygieneRouteTest {

    private static final Set<String> OWN_HEADERS =
            Set.of("content-length", "allow", "retry-after", "transfer-encoding");
    // each message is another one, or all but the first would be duplicates
    private static final AtomicLong IDS = new AtomicLong();

    private final List<Exchange> routed = new CopyOnWriteArrayList<>();
    private WebhookServer server;

    @BeforeEach
    void start() throws Exception {
        server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalArgumentException.class)
                        .handled(true)
                        .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(299))
                        .setBody(simple("evil ${exception.message}"));
                from("cliqtel:webhook?webhookVerifyToken=" + SECRET)
                        .process(exchange -> routed.add(exchange.copy()))
                        .setHeader("X-Internal", constant("evil"))
                        .setHeader("Set-Cookie", constant("evil=1"))
                        .setHeader("Location", constant("http://evil"))
                        .setHeader("Content-Type", constant("text/evil"))
                        .setHeader("Content-Length", constant(4))
                        .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(302))
                        .setHeader(Exchange.HTTP_RESPONSE_TEXT, constant("evil"))
                        .setProperty("evil", constant("evil"))
                        .setBody(constant("evil"))
                        .choice()
                        .when(simple("${header.CamelCliqtelSmsStatus} == 'throws'"))
                        .throwException(new IllegalStateException("evil"))
                        .when(simple("${header.CamelCliqtelSmsStatus} == 'handled'"))
                        .throwException(new IllegalArgumentException("evil"))
                        .when(simple("${header.CamelCliqtelSmsStatus} == 'rolls back'"))
                        .rollback("evil")
                        .when(simple("${header.CamelCliqtelSmsStatus} == 'marks'"))
                        .markRollbackOnly()
                        .when(simple("${header.CamelCliqtelSmsStatus} == 'stops'"))
                        .stop()
                        .end();
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private static void assertSilent(HttpResponse<String> answer) {
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().map().keySet()).isSubsetOf(OWN_HEADERS);
        assertThat(answer.headers().map().toString()).doesNotContainIgnoringCase("evil", "canary");
    }

    private static String fresh(String status) {
        return report(IDS.incrementAndGet(), status);
    }

    @ParameterizedTest
    @MethodSource("probes")
    void nothingOfARequestComesBackOrGoesIn(String query, Map<String, String> headers) throws Exception {
        HttpRequest.Builder signed = server.signed(fresh("sent").getBytes(StandardCharsets.UTF_8), query);
        List<HttpRequest.Builder> requests = new ArrayList<>(
                List.of(signed, server.request(query).POST(BodyPublishers.ofString("{\"event\":\"evil\"}"))));
        for (String method : List.of("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "EVIL")) {
            requests.add(server.request(query).method(method, BodyPublishers.noBody()));
        }
        for (HttpRequest.Builder request : requests) {
            headers.forEach(request::header);
            HttpResponse<String> answer = server.send(request);
            assertThat(answer.statusCode()).isIn(200, 403, 405);
            assertSilent(answer);
        }
        assertThat(routed).hasSize(1).allSatisfy(exchange -> {
            assertThat(exchange.getMessage().getHeaders().keySet()).allMatch(name -> name.startsWith("Camel"));
            assertThat(exchange.getMessage().getHeaders().toString()).doesNotContainIgnoringCase("evil", "canary");
            assertThat(exchange.getAllProperties().toString()).doesNotContainIgnoringCase("evil", "canary");
        });
    }

    static Stream<Arguments> probes() {
        return Stream.of(
                probe("?Set-Cookie=evil%3D1"),
                probe("?Location=http://evil&Refresh=0;url=http://evil"),
                probe("?Access-Control-Allow-Origin=*&Access-Control-Allow-Credentials=evil"),
                probe("?X=a%0d%0aX-Evil:1%0d%0a%0d%0aevil"),
                probe("?%0d%0aX-Evil:1=evil"),
                probe("?CamelHttpResponseCode=299&CAmelHttpResponseCode=299&camelhttpresponsecode=299"),
                probe("?Content-Type=text/html&body=%3Cscript%3Eevil%3C/script%3E"),
                probe("?Content-Length=99999&Transfer-Encoding=evil"),
                probe("?CamelCliqtelTo=%2B15550000000evil&CamelFileName=evil"),
                probe("", "X-Forwarded-For", "evil", "X-Request-Id", "evil", "Forwarded", "for=evil"),
                probe("", "Cookie", "evil=1; other=evil"),
                probe("", "Authorization", "Basic evil"),
                probe("", "Origin", "http://evil", "Access-Control-Request-Method", "POST"),
                probe("", "CamelHttpResponseCode", "299", "camelcliqtelto", "+15550000000evil"),
                probe("", "breadcrumbId", "evil", "CamelExecCommandExecutable", "evil"),
                probe("", "Accept", "text/evil", "Accept-Language", "evil", "User-Agent", "evil"));
    }

    private static Arguments probe(String query, String... headers) {
        Map<String, String> pairs = new java.util.LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            pairs.put(headers[i], headers[i + 1]);
        }
        return Arguments.of(query, pairs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=evil",
                "text/html",
                "application/json, text/evil"
            })
    void aFormIsNoEventAndDoesNotComeBack(String type) throws Exception {
        String form =
                "--evil\r\nContent-Disposition: form-data; name=\"Set-Cookie\"; filename=\"evil\"\r\n\r\nevil\r\n--evil--";
        for (String body : List.of("Set-Cookie=evil&X-Evil=1", form, fresh("sent"))) {
            HttpResponse<String> answer = server.send(server.signed(body).setHeader("Content-Type", type));
            assertThat(answer.statusCode()).isEqualTo(415);
            assertSilent(answer);
        }
        assertThat(routed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("endings")
    void nothingOfARouteComesBackHoweverItEnds(String status, int answered) throws Exception {
        HttpResponse<String> answer = server.send(server.signed(fresh(status)));
        assertThat(answer.statusCode()).isEqualTo(answered);
        assertSilent(answer);
        assertThat(routed).hasSize(1);
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                Arguments.of("sent", 200),
                Arguments.of("throws", 500),
                Arguments.of("handled", 200),
                Arguments.of("rolls back", 500),
                Arguments.of("marks", 500),
                Arguments.of("stops", 200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "; charset=iso-8859-1", "; charset=utf-16", "; charset=evil", "; charset=\"\""})
    void bytesAreTakenAsTheyCameWhateverCharsetIsNamed(String charset) throws Exception {
        String body = "{\"event\":\"x\",\"data\":\"\u00e9\u20ac\"}";
        HttpResponse<String> answer =
                server.send(server.signed(body).setHeader("Content-Type", "application/json" + charset));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(routed.get(0).getMessage().getBody(String.class)).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0xc0, 0xed, 0xff})
    void malformedUtf8IsVerifiedByItsBytesAndIsNoEvent(int bad) throws Exception {
        byte[] body = "{\"event\":\"x\",\"data\":\"?\"}".getBytes(StandardCharsets.ISO_8859_1);
        int place = new String(body, StandardCharsets.ISO_8859_1).indexOf('?');
        body[place] = (byte) bad;
        assertThat(server.send(server.signed(body, "")).statusCode()).isEqualTo(400);
        byte[] replaced = new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        assertThat(server.send(server.signed(body, "")
                                .setHeader("X-Cliqtel-Signature", SignatureVerifier.sign(replaced, SECRET)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(routed).isEmpty();
    }

    @Test
    void aBodyInChunksIsTakenUpToTheLimit() throws Exception {
        byte[] body = fresh("sent").getBytes(StandardCharsets.UTF_8);
        assertThat(chunked(body)).isEqualTo(200);
        assertThat(chunked(" ".repeat(64 * 1024 + 1).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(413);
        assertThat(routed).hasSize(1);
    }

    private int chunked(byte[] body) throws Exception {
        return server.send(server.signed(body, "")
                        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))))
                .statusCode();
    }
}
