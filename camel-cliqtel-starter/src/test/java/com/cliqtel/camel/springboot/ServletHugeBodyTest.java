/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import com.cliqtel.camel.webhook.CliqtelWebhookConsumer;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Bodies of a hundred megabytes, several at once, on a servlet container in a process with a heap of 256. */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.component.cliqtel.api-key=canary-key",
            "camel.component.cliqtel.base-url=http://127.0.0.1:9"
        })
class ServletHugeBodyTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int MEGABYTES = 100;
    private static final int AT_ONCE = 4;
    private static final String LENGTH = "Content-Length: " + MEGABYTES * MEGABYTE;
    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final String JSON = "Content-Type: application/json";
    private static final String HUNG_UP = "";

    @Autowired
    private CamelContext camel;

    @Autowired
    private Application application;

    @LocalServerPort
    private int port;

    @BeforeEach
    void theHeapIsSmall() {
        application.routed.clear();
        assertThat(Runtime.getRuntime().maxMemory()).isLessThan(300L * MEGABYTE);
    }

    static Stream<Arguments> floods() {
        return Stream.of(
                Arguments.of("POST", LENGTH, JSON, " 413 ", "too_large"),
                Arguments.of("POST", CHUNKED, JSON, " 413 ", "too_large"),
                Arguments.of("POST", CHUNKED, JSON + "; charset=utf-16", " 413 ", "too_large"),
                Arguments.of("POST", CHUNKED, "Content-Type: text/plain", " 415 ", "not_json"),
                Arguments.of("POST", CHUNKED, "Content-Type: application/x-www-form-urlencoded", " 415 ", "not_json"),
                Arguments.of("PUT", CHUNKED, JSON, " 405 ", "not_post"),
                Arguments.of("PUT", CHUNKED, "Content-Type: application/x-www-form-urlencoded", " 405 ", "not_post"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("floods")
    void refusesAHundredMegabytesAfterTheFirstBytes(
            String method, String framing, String type, String status, String reason, CapturedOutput log) {
        long before = answered(reason);
        List<CompletableFuture<String>> floods = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> flood(method, framing, type)))
                .toList();
        assertThat(floods).extracting(CompletableFuture::join).allSatisfy(said -> assertThat(
                        said.equals(HUNG_UP) || said.contains(status))
                .as(said)
                .isTrue());
        assertThat(answered(reason) - before).isEqualTo(AT_ONCE);
        assertThat(log.getAll()).doesNotContain("OutOfMemoryError");
        assertThat(application.routed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cliqtel/webhook;a=b",
                "/cliqtel;a=b/webhook",
                "/cliqtel/%77ebhook",
                "//cliqtel/webhook",
                "/x/../cliqtel/webhook",
                "/./cliqtel/webhook",
                "/cliqtel/webhook/",
                "/cliqtel/webhook?a=b"
            })
    void noWayOfWritingThePathGoesAround(String path, CapturedOutput log) {
        List<CompletableFuture<String>> floods = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> flood("POST " + path, CHUNKED, JSON)))
                .toList();
        assertThat(floods).extracting(CompletableFuture::join).allSatisfy(said -> assertThat(said)
                .doesNotContain(" 500 "));
        assertThat(log.getAll()).doesNotContain("OutOfMemoryError");
    }

    @Test
    void doesNotDecompressTheBody(CapturedOutput log) throws Exception {
        HttpRequest bomb = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/cliqtel/webhook"))
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(packed(60)))
                .build();
        List<CompletableFuture<HttpResponse<Void>>> bombs = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> HttpClient.newHttpClient().sendAsync(bomb, HttpResponse.BodyHandlers.discarding()))
                .toList();
        assertThat(bombs).extracting(answer -> answer.join().statusCode()).containsOnly(415);
        assertThat(log.getAll()).doesNotContain("OutOfMemoryError");
    }

    private static byte[] packed(int megabytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(packed)) {
            for (int i = 0; i < megabytes; i++) {
                packing.write(new byte[MEGABYTE]);
            }
        }
        assertThat(packed.size()).isLessThan(64 * 1024);
        return packed.toByteArray();
    }

    private long answered(String reason) {
        return ((CliqtelWebhookConsumer) camel.getRoute("hook").getConsumer())
                .getAnswers()
                .getOrDefault(reason, 0L);
    }

    private static byte[] head(String method, String type, String framing) {
        return ((method.contains(" ") ? method : method + " /cliqtel/webhook") + " HTTP/1.1\r\nHost: x\r\n" + type
                        + "\r\nX-Cliqtel-Signature: " + "0".repeat(64) + "\r\n" + framing + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The first line of the answer; it may come before all is sent. */
    private String flood(String method, String framing, String type) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(head(method, type, framing));
            send(socket.getOutputStream(), framing.equals(CHUNKED));
            return firstLine(socket.getInputStream());
        } catch (IOException hungUpEarly) {
            return HUNG_UP;
        }
    }

    private static void send(OutputStream out, boolean chunked) {
        byte[] megabyte = " ".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
        try {
            for (int sent = 0; sent < MEGABYTES; sent++) {
                out.write(chunked ? "100000\r\n".getBytes(StandardCharsets.US_ASCII) : new byte[0]);
                out.write(megabyte);
                out.write(chunked ? "\r\n".getBytes(StandardCharsets.US_ASCII) : new byte[0]);
            }
            out.write(chunked ? "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII) : new byte[0]);
        } catch (IOException hungUpEarly) {
            // what it said before is still to be read
        }
    }

    private static String firstLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.append((char) b);
        }
        return line.toString();
    }
}
