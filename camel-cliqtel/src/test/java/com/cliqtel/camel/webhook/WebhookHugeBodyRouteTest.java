/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.cliqtel.camel.fixture.SmallHeapProcess;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.webhook.verify.SignatureVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static com.cliqtel.camel.fixture.WebhookServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

/** Bodies of a hundred megabytes, to a process with a heap of 256. */
@Timeout(120)
class WebhookHugeBodyRouteTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int MEGABYTES = 100;
    private static final String HUNG_UP = "";

    @TempDir
    private Path folder;

    @Test
    void aHundredMegabytesAreRefusedAndTheNextReportIsTaken() throws Exception {
        try (SmallHeapProcess process = SmallHeapProcess.start(folder)) {
            for (int time = 0; time < 3; time++) {
                assertRefused(huge(process.address(), "Content-Length: " + MEGABYTES * MEGABYTE, false));
                assertRefused(huge(process.address(), "Transfer-Encoding: chunked", true));
            }
            assertThat(process.isAlive()).isTrue();
            assertThat(report(process.address())).isEqualTo(200);
        }
    }

    private static void assertRefused(String said) {
        assertThat(said.equals(HUNG_UP) || said.contains(" 413 ")).as(said).isTrue();
    }

    /** The first line of the answer; it may come before all is sent. */
    private static String huge(URI server, String framing, boolean chunked) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /cliqtel/webhook HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "X-Cliqtel-Signature: " + "0".repeat(64) + "\r\n" + framing + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            send(out, chunked);
            return firstLine(socket.getInputStream());
        }
    }

    private static String firstLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        try {
            for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
                line.append((char) b);
            }
            return line.toString();
        } catch (SocketException hungUpEarly) {
            return HUNG_UP;
        }
    }

    private static void send(OutputStream out, boolean chunked) {
        byte[] megabyte = " ".repeat(MEGABYTE).getBytes(StandardCharsets.ISO_8859_1);
        byte[] size = (Integer.toHexString(MEGABYTE) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] end = "\r\n".getBytes(StandardCharsets.ISO_8859_1);
        try {
            for (int sent = 0; sent < MEGABYTES; sent++) {
                out.write(chunked ? size : new byte[0]);
                out.write(megabyte);
                out.write(chunked ? end : new byte[0]);
            }
        } catch (IOException hungUpEarly) {
            // what it said before is still to be read
        }
    }

    private static int report(URI server) throws Exception {
        byte[] body = WebhookServer.report(42, "sent").getBytes(StandardCharsets.UTF_8);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server)
                                .header("Content-Type", "application/json")
                                .header("X-Cliqtel-Signature", SignatureVerifier.sign(body, SECRET))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
