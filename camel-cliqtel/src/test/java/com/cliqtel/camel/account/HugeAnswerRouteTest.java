/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import com.cliqtel.camel.fixture.FaultyServer;
import com.cliqtel.camel.fixture.SmallHeapCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers without an end, or larger than memory: such a call fails at once, and the next call of the account works. */
@Timeout(120)
class HugeAnswerRouteTest {

    private static final String KILOBYTE = "x".repeat(1024);
    private static final int MEGABYTES = 110;
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String GOOD_ANSWER = OK + "Content-Length: 11\r\n\r\n{\"data\":[]}";
    private static final FaultyServer.Behaviour GOOD =
            FaultyServer.answering(200, "application/json", "{\"data\":[{\"id\":1,\"number\":\"+16625163513\"}]}");

    private static final AtomicReference<FaultyServer.Behaviour> NEXT = new AtomicReference<>();
    private static FaultyServer server;
    private static SmallHeapCaller caller;

    @BeforeAll
    static void start() throws IOException {
        server = FaultyServer.start(connection -> NEXT.getAndSet(GOOD).on(connection));
        caller = SmallHeapCaller.start();
    }

    @AfterAll
    static void stop() {
        caller.close();
        server.close();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                row("110 MB of header lines", OK, "X-Filler: " + KILOBYTE + "\r\n", ""),
                row("110 MB of one header line", OK + "X-Filler: ", KILOBYTE, ""),
                row("110 MB of one header in folded lines", OK + "X-Filler: y\r\n", " " + KILOBYTE + "\r\n", ""),
                row("110 MB of short header lines", OK, "X: y\r\n".repeat(170), ""),
                row("110 MB of a status line", "HTTP/1.1 200 ", KILOBYTE, ""),
                row("110 MB of a trailer", CHUNKED + "2\r\n{}\r\n0\r\n", "X-Filler: " + KILOBYTE + "\r\n", ""),
                row("110 MB of a chunk's extension", CHUNKED + "2;filler=", KILOBYTE, ""),
                row("110 MB of a body", OK + "\r\n", KILOBYTE, ""),
                row("110 MB of chunks with long extensions", CHUNKED, "1;filler=" + KILOBYTE + "\r\n \r\n", ""),
                row(
                        "110 MB of informational answers",
                        "",
                        "HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n".repeat(30),
                        GOOD_ANSWER),
                Arguments.of("a body of 100 MB when unpacked", zipped(1)),
                Arguments.of("a body that is packed twice", zipped(2)),
                Arguments.of("a body that says it is packed 5,000 times", unpackedSoOften(5_000)),
                row("a packed body with 110 MB behind its end", packedAndMore(), KILOBYTE, ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void endsThatCallAndTheNextOneWorks(String what, FaultyServer.Behaviour answer) throws IOException {
        NEXT.set(answer);
        assertThat(caller.call(uri())).startsWith("failed ").doesNotContain("timeout");
        assertThat(caller.call(uri())).isEqualTo(SmallHeapCaller.WORKED);
        assertThat(server.requests()).hasSizeGreaterThan(1);
    }

    private static String uri() {
        return "cliqtel:numbers?apiKey=canary-key&maxRetries=0&requestTimeout=20s&http.connectionsPerRoute=1&baseUrl="
                + server.baseUrl();
    }

    private static Arguments row(String what, String before, String kilobyte, String after) {
        return Arguments.of(what, (FaultyServer.Behaviour) connection -> {
            connection.request();
            OutputStream out = connection.socket().getOutputStream();
            out.write(before.getBytes(StandardCharsets.ISO_8859_1));
            byte[] filler = kilobyte.repeat(64).getBytes(StandardCharsets.ISO_8859_1);
            for (int sent = 0; sent < MEGABYTES * 16; sent++) {
                out.write(filler);
            }
            out.write(after.getBytes(StandardCharsets.ISO_8859_1));
            connection.socket().getInputStream().read();
        });
    }

    private static FaultyServer.Behaviour zipped(int times) {
        byte[] once = zip(out -> {
            byte[] blanks = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                out.write(blanks);
            }
        });
        byte[] body = times == 1 ? once : zip(out -> out.write(once));
        return connection -> {
            connection.request();
            send(connection, "gzip, ".repeat(times - 1) + "gzip", body);
        };
    }

    private static FaultyServer.Behaviour unpackedSoOften(int times) {
        return connection -> {
            connection.request();
            send(connection, "gzip,".repeat(times) + "gzip", zip(out -> out.write('{')));
        };
    }

    private static String packedAndMore() {
        byte[] body = zip(out -> out.write("no json".getBytes(StandardCharsets.ISO_8859_1)));
        return OK + "Content-Encoding: gzip\r\n\r\n" + new String(body, StandardCharsets.ISO_8859_1);
    }

    private static void send(FaultyServer.Connection connection, String encoding, byte[] body) throws IOException {
        connection.write(OK + "Content-Encoding: " + encoding + "\r\nContent-Length: " + body.length + "\r\n\r\n");
        connection.socket().getOutputStream().write(body);
        GOOD.on(connection);
    }

    /** Writes what is to be packed. */
    @FunctionalInterface
    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] zip(Content content) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            content.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }
}
