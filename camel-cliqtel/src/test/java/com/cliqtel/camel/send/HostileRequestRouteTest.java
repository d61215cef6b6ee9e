/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.fixture.EmptyLedger;
import com.cliqtel.camel.fixture.RawClient;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.webhook.verify.SignatureVerifier;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static com.cliqtel.camel.fixture.WebhookServer.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A right body and its right signature, in requests that lie about everything else, byte by byte over a socket. */
class HostileRequestRouteTest {

    private static final String BODY = WebhookServer.report(42, "delivered");
    private static final String RIGHT = SignatureVerifier.sign(BODY.getBytes(UTF_8), SECRET);
    private static final String TYPE = "Content-Type: application/json\r\n";
    private static final String SIGNATURE = "X-Cliqtel-Signature: " + RIGHT + "\r\n";
    private static final String WRONG = "X-Cliqtel-Signature: " + "0".repeat(64) + "\r\n";
    private static final String LENGTH = "Content-Length: " + BODY.length() + "\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String GOOD = TYPE + SIGNATURE + LENGTH;

    private static final List<WebhookContent> ROUTED = new CopyOnWriteArrayList<>();
    private static WebhookServer server;

    @BeforeAll
    static void start() throws Exception {
        server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                getContext()
                        .getComponent("cliqtel", CliqtelComponent.class)
                        .getLedger()
                        .setLedger(new EmptyLedger());
                from("cliqtel:webhook?webhookVerifyToken=" + SECRET)
                        .process(exchange -> ROUTED.add(exchange.getMessage().getBody(WebhookContent.class)));
            }
        });
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void forget() {
        ROUTED.clear();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                row("another method in a parameter", 405, request("GET", "?CamelHttpMethod=POST", GOOD)),
                row("another method in a header", 405, request("GET", "", GOOD + "CamelHttpMethod: POST\r\n")),
                row("an override", 405, request("PUT", "", GOOD + "X-HTTP-Method-Override: POST\r\n")),
                row("a method in small letters", 405, request("post", "", GOOD)),
                row("a method of its own", 405, request("POSTS", "", GOOD)),
                row("a question", 405, request("OPTIONS", "", GOOD + "Access-Control-Request-Method: POST\r\n")),
                row(
                        "a type that a parameter corrects",
                        415,
                        post("?Content-Type=application/json", typed("text/plain"))),
                row("any type", 415, post("", typed("*/*"))),
                row("a type of two", 415, post("", typed("application/json, application/json"))),
                row("JSON and a form", 415, post("", typed("application/x-www-form-urlencoded") + TYPE)),
                row("JSON and an upload", 415, post("", TYPE + typed("multipart/form-data; boundary=x"))),
                row("an encoding after another", 415, post("", GOOD + "Content-Encoding: identity, gzip\r\n")),
                row("a type in a parameter only", 415, post("?Content-Type=application/json", SIGNATURE + LENGTH)),
                row("a type in a parameter in small letters", 415, post("?content-type=text/json", SIGNATURE + LENGTH)),
                row("a form with our headers' names", 415, form()),
                row("an upload with our headers' names", 415, upload()),
                row(
                        "an upload that is none",
                        415,
                        post("", "Content-Type: multipart/form-data; boundary=x\r\n" + LENGTH)),
                row("five signatures", 403, post("", TYPE + LENGTH + SIGNATURE.repeat(5))),
                row("the right signature in a parameter only", 403, post(sign(RIGHT), TYPE + LENGTH)),
                row("in a parameter in capitals", 403, post(sign(RIGHT).toUpperCase(), TYPE + LENGTH)),
                row("in an encoded parameter", 403, post("?%58-Cliqtel%2dSignature=" + RIGHT, TYPE + LENGTH)),
                row(
                        "in a parameter after another",
                        403,
                        post("?a=b&" + sign(RIGHT).substring(1), TYPE + LENGTH)),
                row(
                        "in a parameter after a semicolon",
                        403,
                        post("?a;" + sign(RIGHT).substring(1), TYPE + LENGTH)),
                row(
                        "in two parameters",
                        403,
                        post(sign(RIGHT) + "&" + sign(RIGHT).substring(1), TYPE + LENGTH)),
                row("in a parameter, and a wrong one", 403, post(sign(RIGHT), TYPE + LENGTH + WRONG)),
                row("in a parameter, and an empty one", 403, post(sign(RIGHT), TYPE + LENGTH + signature(""))),
                row("in a parameter with a long s", 403, post("?X-Cliqtel-%C5%BFignature=" + RIGHT, TYPE + LENGTH)),
                row("in a parameter with a dotless i", 403, post("?X-Cl%C4%B1qtel-Signature=" + RIGHT, TYPE + LENGTH)),
                row("in a parameter after a mark", 403, post("?a?" + sign(RIGHT).substring(1), TYPE + LENGTH)),
                row("in a parameter without a name", 403, post("?=" + RIGHT, TYPE + LENGTH)),
                row("in a cookie", 403, post("", TYPE + LENGTH + "Cookie: X-Cliqtel-Signature=" + RIGHT + "\r\n")),
                row("in the path", 404, post(";X-Cliqtel-Signature=" + RIGHT, TYPE + LENGTH)),
                row("under another name", 403, post("", TYPE + LENGTH + SIGNATURE.replace("X-C", "C"))),
                row("in a forwarded header", 403, post("", TYPE + LENGTH + "X-Original-" + SIGNATURE)),
                row("a signature after a hard blank", 403, post("", TYPE + LENGTH + signature("\u00a0" + RIGHT))),
                row("a signature and a NUL", 400, post("", TYPE + LENGTH + signature(RIGHT + "\0"))),
                row("a signature of 7,000 digits", 403, post("", TYPE + LENGTH + signature("0".repeat(7_000)))),
                row("a signature of a megabyte", 431, post("", TYPE + LENGTH + signature("0".repeat(1 << 20)))),
                row("100,000 headers", 431, post("", GOOD + "X: y\r\n".repeat(100_000))),
                row("a blank before the colon", 400, post("", TYPE + LENGTH + SIGNATURE.replace(":", " :"))),
                row("a signature in a trailer", 403, chunked(TYPE + CHUNKED, BODY, SIGNATURE)),
                row("chunks above the limit", 413, chunked(TYPE + SIGNATURE + CHUNKED, "x".repeat(70_000), "")),
                row("no length", 403, request("POST", "", TYPE + SIGNATURE, "")),
                row("a length of nothing", 403, post("", TYPE + SIGNATURE + "Content-Length: 0\r\n")),
                row("a length too short", 403, post("", TYPE + SIGNATURE + "Content-Length: 5\r\n")),
                row("a negative length", 400, post("", TYPE + SIGNATURE + "Content-Length: -1\r\n")),
                row(
                        "a length beyond numbers",
                        400,
                        post("", TYPE + SIGNATURE + "Content-Length: " + "9".repeat(30) + "\r\n")),
                row("two lengths", 400, post("", GOOD + "Content-Length: 5\r\n")),
                row("a parameter that is none", 400, post("?a=%zz", GOOD)),
                row("a host that is none", 400, post("", GOOD).replace("Host: x", "Host: [")),
                row("line feeds only", 400, post("", GOOD).replace("\r\n", "\n")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void refuses(String what, int status, String request) throws IOException {
        assertThat(RawClient.statuses(server.address(), request))
                .startsWith(status)
                .doesNotContain(200);
        assertThat(ROUTED).isEmpty();
    }

    static Stream<Arguments> believed() {
        return Stream.of(
                row("nothing special", 200, post("", GOOD)),
                row("names in small letters", 200, post("", GOOD.toLowerCase())),
                row("a folded signature", 200, post("", TYPE + LENGTH + SIGNATURE.replace(": ", ":\r\n "))),
                row("three wrong signatures before", 200, post("", TYPE + LENGTH + WRONG.repeat(3) + SIGNATURE)),
                row("a wrong signature in a parameter too", 200, post(sign("0".repeat(64)), GOOD)),
                row("the right signature in a parameter too", 200, post(sign(RIGHT), GOOD)),
                row(
                        "four signatures, and one more in a parameter",
                        200,
                        post(sign(RIGHT), TYPE + LENGTH + SIGNATURE.repeat(4))),
                row("an encoding in a parameter", 200, post("?Content-Encoding=gzip", GOOD)),
                row("a length in a parameter", 200, post("?Content-Length=99999999999", GOOD)),
                row("a type in a parameter too", 200, post("?Content-Type=text/plain", GOOD)),
                row("a character set nobody knows", 200, post("", typed("application/json; charset=nonsense"))),
                row("a character set that is another", 200, post("", typed("application/json; charset=UTF-16"))),
                row("parameters of all kinds", 200, post("?&=&%ff=%00&CamelHttpPath=x&Content-Length=5", GOOD)),
                row("1,000 headers", 200, post("", GOOD + "X: y\r\n".repeat(1_000))),
                row(
                        "headers of little sense",
                        200,
                        post("", GOOD + "Cookie: =;,\r\nAccept: ;q=\r\nForwarded: ;\r\n: x\r\n")),
                row("an old protocol", 200, post("", GOOD).replace("HTTP/1.1", "HTTP/1.0")),
                row("chunks", 200, chunked(TYPE + SIGNATURE + CHUNKED, BODY, "")),
                row(
                        "chunks and a length that lies",
                        200,
                        chunked(TYPE + SIGNATURE + CHUNKED + "Content-Length: 5\r\n", BODY, "")),
                row(
                        "a type in a trailer",
                        200,
                        chunked(TYPE + SIGNATURE + CHUNKED, BODY, "Content-Type: text/plain\r\n")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("believed")
    void believes(String what, int status, String request) throws IOException {
        assertThat(RawClient.statuses(server.address(), request)).containsExactly(status);
        assertThat(ROUTED).hasSize(1);
    }

    static Stream<Arguments> halves() {
        return Stream.of(
                Arguments.of("a length too long", post("", TYPE + SIGNATURE + "Content-Length: 5000\r\n")),
                Arguments.of("a chunk too long", request("POST", "", TYPE + SIGNATURE + CHUNKED, "fff\r\n" + BODY)),
                Arguments.of("a chunk of no length", request("POST", "", TYPE + SIGNATURE + CHUNKED, "zz\r\n" + BODY)),
                Arguments.of(
                        "a chunk of negative length", request("POST", "", TYPE + SIGNATURE + CHUNKED, "-1\r\n" + BODY)),
                Arguments.of("no last chunk", request("POST", "", TYPE + SIGNATURE + CHUNKED, chunk(BODY))),
                Arguments.of("headers without an end", "POST /cliqtel/webhook HTTP/1.1\r\n" + GOOD),
                Arguments.of("a TLS handshake", "\u0016\u0003\u0001\u0002\0\u0001\0"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("halves")
    void refusesPartsOfARequest(String what, String request) throws IOException {
        assertThat(RawClient.statusesOfHalf(server.address(), request)).doesNotContain(200);
        assertThat(RawClient.statuses(server.address(), post("", GOOD))).containsExactly(200);
        assertThat(ROUTED).hasSize(1);
    }

    @Test
    void eachOfManyRequestsInARowGetsItsOwnAnswer() throws IOException {
        String good = post("", GOOD).replace("Connection: close\r\n", "");
        String forged = post("", TYPE + LENGTH + WRONG).replace("Connection: close\r\n", "");
        int pairs = 50;

        List<Integer> statuses = RawClient.statuses(server.address(), (good + forged).repeat(pairs) + post("", GOOD));

        assertThat(statuses)
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 2 * pairs)
                        .mapToObj(i -> i % 2 == 0 ? 200 : 403)
                        .toList());
        assertThat(ROUTED).hasSize(pairs + 1);
    }

    /** What follows a body that is longer than it says is a request of its own, and is judged as one. */
    @Test
    void aRequestInABodyIsJudgedByItsOwnSignature() throws IOException {
        String outer =
                "POST /cliqtel/webhook HTTP/1.1\r\nHost: x\r\n" + TYPE + SIGNATURE + "Content-Length: 5\r\n\r\n12345";

        assertThat(RawClient.statuses(server.address(), outer + post("", TYPE + LENGTH + WRONG)))
                .containsExactly(403, 403);
        assertThat(ROUTED).isEmpty();
    }

    private static Arguments row(String what, int status, String request) {
        return Arguments.of(what, status, request);
    }

    private static String post(String query, String headers) {
        return request("POST", query, headers);
    }

    private static String request(String method, String query, String headers) {
        return request(method, query, headers, BODY);
    }

    private static String request(String method, String query, String headers, String body) {
        return method + " /cliqtel/webhook" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n"
                + body;
    }

    private static String typed(String type) {
        return "Content-Type: " + type + "\r\n" + SIGNATURE + LENGTH;
    }

    private static String signature(String value) {
        return "X-Cliqtel-Signature: " + value + "\r\n";
    }

    private static String sign(String signature) {
        return "?X-Cliqtel-Signature=" + signature;
    }

    private static String chunked(String headers, String body, String trailer) {
        return request("POST", "", headers, chunk(body) + "0\r\n" + trailer + "\r\n");
    }

    private static String chunk(String body) {
        return Integer.toHexString(body.length()) + "\r\n" + body + "\r\n";
    }

    private static String form() {
        String fields = "Content-Type=application/json&CamelHttpMethod=POST&X-Cliqtel-Signature=" + RIGHT;
        return request(
                "POST",
                "",
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + fields.length() + "\r\n",
                fields);
    }

    private static String upload() {
        String parts = "--x\r\nContent-Disposition: form-data; name=\"Content-Type\"\r\n\r\napplication/json\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"../../f\"\r\n\r\n" + BODY
                + "\r\n--x--\r\n";
        return request(
                "POST",
                "",
                "Content-Type: multipart/form-data; boundary=x\r\n" + SIGNATURE + "Content-Length: " + parts.length()
                        + "\r\n",
                parts);
    }
}
