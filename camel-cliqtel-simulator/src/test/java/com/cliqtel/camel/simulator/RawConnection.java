/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A caller that sends whatever bytes it likes. */
final class RawConnection implements AutoCloseable {

    private final Simulator cliqtel;
    private final Socket socket;

    RawConnection(Simulator cliqtel) throws IOException {
        this.cliqtel = cliqtel;
        this.socket = new Socket("127.0.0.1", cliqtel.port());
        socket.setSoTimeout(20_000);
    }

    String get(String target) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + cliqtel.apiKey()
                + "\r\nConnection: close\r\n\r\n");
    }

    /** Sends it and reads all that comes until the other side closes. */
    String send(String bytes) throws IOException {
        sendAndLeave(bytes);
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    void sendAndLeave(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
