/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import com.cliqtel.camel.fixture.FaultyServer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A body within the limit is read to its end, so that the connection is used again; beyond the limit nothing is read. */
@Timeout(60)
class KeepAliveRouteTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String LIST = "{\"data\":[{\"id\":1,\"number\":\"+16625163513\"}]}";
    private static final int LIMIT = 2 * 1024 * 1024;

    static Stream<Arguments> answers() {
        String blanks = " ".repeat(LIMIT - LIST.length());
        return Stream.of(
                Arguments.of("with a length", bytes(OK + "Content-Length: " + LIST.length() + "\r\n\r\n" + LIST)),
                Arguments.of("in chunks", bytes(OK + "Transfer-Encoding: chunked\r\n\r\n" + chunk(LIST) + "0\r\n\r\n")),
                Arguments.of(
                        "in chunks with a trailer",
                        bytes(OK + "Transfer-Encoding: chunked\r\n\r\n" + chunk(LIST) + "0\r\nX: y\r\n\r\n")),
                Arguments.of(
                        "as long as the limit", bytes(OK + "Content-Length: " + LIMIT + "\r\n\r\n" + LIST + blanks)),
                Arguments.of("packed", packed(false)),
                Arguments.of("packed, in chunks", packed(true)),
                Arguments.of("that is a refusal", bytes("HTTP/1.1 422 No\r\nContent-Length: 2\r\n\r\n{}")),
                Arguments.of("without a body", bytes("HTTP/1.1 204 None\r\n\r\n")),
                Arguments.of(
                        "after an early hint",
                        bytes("HTTP/1.1 103 Hint\r\n\r\n" + OK + "Content-Length: 2\r\n\r\n{}")));
    }

    @ParameterizedTest(name = "an answer {0}")
    @MethodSource("answers")
    void severalCallsUseOneConnection(String what, byte[] answer) throws Exception {
        try (FaultyServer server = FaultyServer.start(connection -> {
                    while (true) {
                        connection.request();
                        connection.socket().getOutputStream().write(answer);
                    }
                });
                CamelContext context = new DefaultCamelContext()) {
            context.start();
            for (int i = 0; i < 3; i++) {
                call(context, server);
            }
            assertThat(server.requests()).hasSize(3);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OK + "\r\n",
                OK + "Content-Length: 6000000000\r\n\r\n",
                "HTTP/1.1 500 Broken\r\nContent-Length: 6000000000\r\n\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n"
            })
    void anEndlessBodyIsNotReadBeyondTheLimit(String head) throws Exception {
        AtomicLong written = new AtomicLong();
        CountDownLatch closed = new CountDownLatch(1);
        try (FaultyServer server = FaultyServer.start(connection -> {
                    connection.request();
                    connection.write(head);
                    try {
                        writeOn(connection.socket().getOutputStream(), written);
                    } finally {
                        closed.countDown();
                    }
                });
                CamelContext context = new DefaultCamelContext()) {
            context.start();
            assertThat(call(context, server).getException()).isNotNull();
            assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
            // what the sockets themselves hold comes to it
            assertThat(written.get()).isLessThan(20L * LIMIT);
        }
    }

    private static void writeOn(OutputStream out, AtomicLong written) throws IOException {
        byte[] blanks = " ".repeat(64 * 1024).getBytes(StandardCharsets.ISO_8859_1);
        while (true) {
            out.write(blanks);
            written.addAndGet(blanks.length);
        }
    }

    private static Exchange call(CamelContext context, FaultyServer server) {
        return context.createFluentProducerTemplate()
                .to("cliqtel:numbers?apiKey=canary-key&maxRetries=0&requestTimeout=30s&baseUrl=" + server.baseUrl())
                .request(Exchange.class);
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static byte[] bytes(String answer) {
        return answer.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] packed(boolean chunked) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes(LIST));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String body = packed.toString(StandardCharsets.ISO_8859_1);
        return bytes(OK + "Content-Encoding: gzip\r\n"
                + (chunked
                        ? "Transfer-Encoding: chunked\r\n\r\n" + chunk(body) + "0\r\n\r\n"
                        : "Content-Length: " + body.length() + "\r\n\r\n" + body));
    }
}
