/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/**
 * Where webhooks arrive.
 *
 * @param host the address to listen at
 * @param port the port to listen at
 * @param external what the API is told to call, without the path; null when it cannot reach this machine
 */
record Webhooks(String host, int port, String external) {

    private static final String PATH = "/cliqtel/webhook";

    /** On this machine, for senders on this machine. */
    static Webhooks here() {
        int port = freePort();
        return new Webhooks("127.0.0.1", port, "http://127.0.0.1:" + port);
    }

    /** On this machine, for nobody: the API cannot reach it. */
    static Webhooks unreachable() {
        return new Webhooks("127.0.0.1", freePort(), null);
    }

    /** Behind an address that the API can reach. */
    static Webhooks behind(String external, int port) {
        return new Webhooks("0.0.0.0", port, external.replaceFirst("/+$", ""));
    }

    boolean reachable() {
        return external != null;
    }

    /** What the API is told to call. */
    String callback() {
        return external + PATH;
    }

    /** The same place, called from this machine. */
    URI local() {
        return URI.create("http://127.0.0.1:" + port + PATH);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
