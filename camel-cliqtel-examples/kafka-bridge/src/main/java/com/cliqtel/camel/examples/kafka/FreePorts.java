/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds free ports of this machine. */
final class FreePorts {

    private FreePorts() {}

    /** Returns a free port. */
    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
