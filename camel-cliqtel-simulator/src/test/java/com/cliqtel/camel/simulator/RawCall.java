/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A caller that tells a reset from the end of a stream, as no HTTP client does. */
final class RawCall implements AutoCloseable {

    enum Ending {
        END_OF_STREAM,
        RESET
    }

    record Seen(String bytes, Ending ending) {}

    private final Simulator cliqtel;
    private final Socket socket;

    RawCall(Simulator cliqtel) throws IOException {
        this.cliqtel = cliqtel;
        this.socket = new Socket("127.0.0.1", cliqtel.port());
        socket.setSoTimeout(20_000);
    }

    RawCall text(String text) throws IOException {
        String body = "{\"from\":\"+16625163513\",\"to\":\"+31612345678\",\"body\":\"" + text + "\"}";
        return write(head("POST", "/messages", body.length()) + body);
    }

    /** Promises a body and sends nothing of it. */
    RawCall headOfText() throws IOException {
        return write(head("POST", "/messages", 100));
    }

    RawCall get(String path) throws IOException {
        return write(head("GET", path, 0));
    }

    /** What comes until the connection ends, and how it ends. */
    Seen seen() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        try {
            in.transferTo(bytes);
            return new Seen(bytes.toString(StandardCharsets.UTF_8), Ending.END_OF_STREAM);
        } catch (SocketException reset) {
            return new Seen(bytes.toString(StandardCharsets.UTF_8), Ending.RESET);
        }
    }

    /** Whether nothing at all comes within that time. */
    boolean hearsNothing(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            socket.getInputStream().read();
            return false;
        } catch (java.net.SocketTimeoutException silence) {
            return true;
        } finally {
            socket.setSoTimeout(20_000);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String head(String method, String path, int length) {
        return method + " /api/v1/sms" + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + cliqtel.apiKey() + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private RawCall write(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
        return this;
    }
}
