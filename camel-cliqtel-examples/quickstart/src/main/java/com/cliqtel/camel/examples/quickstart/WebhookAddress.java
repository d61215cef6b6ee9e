/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/**
 * The address at which webhooks arrive.
 *
 * @param host the address to listen at
 * @param port the port to listen at
 * @param external the address that the API calls, without the path; null if the API cannot reach this machine
 */
record WebhookAddress(String host, int port, String external) {

    private static final String PATH = "/cliqtel/webhook";

    /** On this machine, for senders on this machine. */
    static WebhookAddress here() {
        int port = freePort();
        return new WebhookAddress("127.0.0.1", port, "http://127.0.0.1:" + port);
    }

    /** On this machine, where the API cannot reach it. */
    static WebhookAddress unreachable() {
        return new WebhookAddress("127.0.0.1", freePort(), null);
    }

    /** Behind an address that the API can reach. */
    static WebhookAddress behind(String external, int port) {
        return new WebhookAddress("0.0.0.0", port, external.replaceFirst("/+$", ""));
    }

    boolean reachable() {
        return external != null;
    }

    /** The address that the API calls. */
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
