/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.webhook.verify.SignatureVerifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Webhooks on a servlet container: the bytes as they came, and nothing but the table's answer. */
@Timeout(120)
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.component.cliqtel.api-key=canary-key",
            "camel.component.cliqtel.base-url=http://127.0.0.1:9",
            "camel.component.cliqtel.webhook-verify-token=canary-secret"
        })
class ServletWebhookTest {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Autowired
    private Application application;

    @LocalServerPort
    private int port;

    @BeforeEach
    void forget() {
        application.routed.clear();
    }

    private HttpRequest.Builder signed(byte[] body, String query) {
        return request(query)
                .header("Content-Type", "application/json")
                .header("X-Cliqtel-Signature", SignatureVerifier.sign(body, "canary-secret"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/cliqtel/webhook" + query));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    private static byte[] event(String text, Charset charset) {
        return ("{\"event\":\"sms.received\",\"data\":{\"text\":\"" + text + "\"}}").getBytes(charset);
    }

    private String text() {
        return ((Map<?, ?>) application
                        .routed
                        .get(0)
                        .getMessage()
                        .getBody(WebhookContent.class)
                        .json()
                        .get("data"))
                .get("text")
                .toString();
    }

    @Test
    void theSignatureIsOverTheBytesWhateverTheContentTypeSaysOfThem() throws Exception {
        byte[] body = event("Grüße 😀 1", StandardCharsets.UTF_8);
        assertThat(send(signed(body, "").setHeader("Content-Type", "application/json; charset=iso-8859-1"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(text()).isEqualTo("Grüße 😀 1");
    }

    @Test
    void malformedUtf8IsSignedAsItIsAndNoEvent() throws Exception {
        byte[] body = event("Grüße", StandardCharsets.ISO_8859_1);
        assertThat(send(signed(body, "")).statusCode()).isEqualTo(400);
        assertThat(send(signed(body, "").setHeader("X-Cliqtel-Signature", "0".repeat(64)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(application.routed).isEmpty();
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of("GET", 405, "application/json", "{}"),
                Arguments.of("PUT", 405, "application/json", "{}"),
                Arguments.of("DELETE", 405, "application/json", "{}"),
                Arguments.of("HEAD", 405, "application/json", ""),
                Arguments.of("OPTIONS", 405, "application/json", ""),
                Arguments.of("PATCH", 405, "application/json", "{}"),
                Arguments.of("POST", 415, "text/plain", "{}"),
                Arguments.of("POST", 415, "application/x-www-form-urlencoded", "Set-Cookie=evil&event=x"),
                Arguments.of(
                        "POST",
                        415,
                        "multipart/form-data; boundary=x",
                        "--x\r\nContent-Disposition: form-data; name=\"evil\"\r\n\r\nevil\r\n--x--\r\n"),
                Arguments.of("POST", 415, "Multipart/form-data", "evil"),
                Arguments.of("PUT", 500, "application/x-www-form-urlencoded", "evil=%zz"),
                Arguments.of("POST", 403, "application/json", ""),
                Arguments.of("POST", 403, "application/json", "{\"event\":\"x\"}"),
                Arguments.of("POST", 413, "application/json", " ".repeat(70_000)));
    }

    @ParameterizedTest(name = "{0} {2}: {1}")
    @MethodSource("strangers")
    void unsignedRequestRunsNoRoute(String method, int status, String type, String body) throws Exception {
        HttpResponse<String> answer = send(
                request("").header("Content-Type", type).method(method, HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(application.routed).isEmpty();
    }

    static Stream<Arguments> misplaced() {
        String right = SignatureVerifier.sign("{}".getBytes(StandardCharsets.UTF_8), "canary-secret");
        String parameter = "X-Cliqtel-Signature=" + right;
        return Stream.of(
                Arguments.of(403, "?" + parameter, Map.of()),
                Arguments.of(403, "?" + parameter.toUpperCase(), Map.of()),
                Arguments.of(403, "?%58-Cliqtel%2dSignature=" + right, Map.of()),
                Arguments.of(403, "?a=b&" + parameter + "&" + parameter, Map.of()),
                Arguments.of(403, "?" + parameter, Map.of("X-Cliqtel-Signature", "0".repeat(64))),
                Arguments.of(403, "", Map.of("Cookie", parameter)),
                Arguments.of(403, "", Map.of("X-Original-X-Cliqtel-Signature", right)),
                // an event has a name: the signature was right
                Arguments.of(400, "?" + parameter, Map.of("x-cliqtel-signature", right)),
                Arguments.of(400, "?X-Cliqtel-Signature=evil", Map.of("X-CLIQTEL-SIGNATURE", right)),
                Arguments.of(400, "?Content-Type=text/plain", Map.of("X-Cliqtel-Signature", right)),
                Arguments.of(400, "?Content-Encoding=gzip", Map.of("X-Cliqtel-Signature", right)),
                Arguments.of(400, "?Content-Length=99999999", Map.of("X-Cliqtel-Signature", right)));
    }

    @ParameterizedTest(name = "{1} {2}: {0}")
    @MethodSource("misplaced")
    void ignoresQueryParameters(int status, String query, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = request(query)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        headers.forEach(request::header);
        assertThat(send(request).statusCode()).isEqualTo(status);
        assertThat(application.routed).isEmpty();
    }

    @Test
    void aTypeInAParameterIsNone() throws Exception {
        byte[] body = event("x", StandardCharsets.UTF_8);
        HttpRequest.Builder request = request("?Content-Type=application/json")
                .header("X-Cliqtel-Signature", SignatureVerifier.sign(body, "canary-secret"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        assertThat(send(request).statusCode()).isEqualTo(415);
        assertThat(application.routed).isEmpty();
    }

    static Stream<Arguments> probes() {
        return Stream.of(
                Arguments.of("?Set-Cookie=evil", Map.of()),
                Arguments.of("?Location=http://evil&Access-Control-Allow-Origin=evil", Map.of()),
                Arguments.of("?X=a%0d%0aX-Evil:1", Map.of()),
                Arguments.of("?CamelHttpResponseCode=201&CAmelHttpResponseCode=202", Map.of()),
                Arguments.of("?body=evil&X-Cliqtel-Signature=evil", Map.of()),
                Arguments.of("?CamelCliqtelTo=evil&camelCliqtelFrom=evil&CamelHttpMethod=evil", Map.of()),
                Arguments.of("?Camel.Cliqtel=evil&CamelCliqtelIdempotencyKey=evil&org.apache.camel.x=evil", Map.of()),
                Arguments.of("", Map.of("X-Forwarded-For", "evil", "Cookie", "evil=1")),
                Arguments.of("", Map.of("CamelHttpResponseCode", "204", "camelcliqtelto", "+15550000000evil")),
                Arguments.of("", Map.of("Authorization", "Basic evil")),
                Arguments.of("", Map.of("X-Evil", "evil", "Accept", "text/evil")),
                Arguments.of("", Map.of("CamelFileName", "evil", "breadcrumbId", "evil")),
                Arguments.of("", Map.of("Origin", "http://evil", "Range", "bytes=0-evil")));
    }

    @ParameterizedTest
    @MethodSource("probes")
    void nothingOfTheRequestOrTheRouteComesBack(String query, Map<String, String> headers) throws Exception {
        int id = (query + headers).hashCode() & 0xffff;
        for (int message : new int[] {id + 1_000, 500}) {
            byte[] body = ("{\"event\":\"sms.status_updated\",\"data\":{\"id\":" + message
                            + ",\"status\":\"sent\",\"from\":\"evil\"}}")
                    .getBytes(StandardCharsets.UTF_8);
            HttpRequest.Builder request = signed(body, query);
            headers.forEach(request::header);
            HttpResponse<String> answer = send(request);
            assertThat(answer.statusCode()).isEqualTo(message == 500 ? 500 : 200);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().map().toString())
                    .doesNotContainIgnoringCase("evil")
                    .doesNotContainIgnoringCase("db-host")
                    .doesNotContainIgnoringCase("camel");
            assertThat(answer.headers().map().keySet())
                    .isSubsetOf("content-length", "date", "connection", "keep-alive", "transfer-encoding");
        }
        assertThat(application.routed).allSatisfy(exchange -> assertThat(
                        exchange.getMessage().getHeaders().keySet())
                .allMatch(name -> name.startsWith("Camel")));
    }
}
