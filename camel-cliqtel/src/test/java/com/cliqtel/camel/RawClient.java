/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Sends bytes that no HTTP client would send. */
final class RawClient {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3}) ");
    private static final int PATIENCE_MILLIS = 30_000;

    private RawClient() {}

    /**
     * Writes, and reads until the server hangs up: the last request has to ask for that.
     *
     * @param latin1 what is written, a byte for each character
     * @return the statuses of the answers, in order
     */
    static List<Integer> statuses(URI server, String latin1) throws IOException {
        try (Socket socket = connected(server)) {
            return statuses(written(socket, latin1));
        }
    }

    /** Writes, and hangs up in the middle of it. */
    static List<Integer> statusesOfHalf(URI server, String latin1) throws IOException {
        try (Socket socket = connected(server)) {
            written(socket, latin1).shutdownOutput();
            return statuses(socket);
        }
    }

    private static Socket connected(URI server) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static Socket written(Socket socket, String latin1) throws IOException {
        try {
            socket.getOutputStream().write(latin1.getBytes(StandardCharsets.ISO_8859_1));
        } catch (SocketException hungUpEarly) {
            // what it said before is still to be read
        }
        return socket;
    }

    private static List<Integer> statuses(Socket socket) throws IOException {
        StringBuilder answers = new StringBuilder();
        try {
            for (int b = socket.getInputStream().read();
                    b >= 0;
                    b = socket.getInputStream().read()) {
                answers.append((char) b);
            }
        } catch (SocketException reset) {
            // because it did not read all of what was written
        }
        return STATUS.matcher(answers)
                .results()
                .map(status -> Integer.valueOf(status.group(1)))
                .toList();
    }
}
