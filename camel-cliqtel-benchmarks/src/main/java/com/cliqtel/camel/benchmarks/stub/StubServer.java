/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.stub;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A Cliqtel that answers and does nothing else, as fast as it can: a process of its own, so that what it allocates is not
 * counted, and one thread a connection. Says its port in its first line, and ends when its input does.
 */
public final class StubServer {

    private static final int BACKLOG = 1_000;

    private StubServer() {}

    /** @throws IOException when no port can be had */
    public static void main(String[] arguments) throws IOException {
        ServerSocket listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        System.out.println(listening.getLocalPort());
        Thread accepting = new Thread(() -> accept(listening), "accepting");
        accepting.setDaemon(true);
        accepting.start();
        // whoever started it holds the other end
        System.in.transferTo(OutputStream.nullOutputStream());
        listening.close();
    }

    private static void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                Thread answering = new Thread(new StubConnection(socket), "answering");
                answering.setDaemon(true);
                answering.start();
            } catch (IOException closed) {
                return;
            }
        }
    }
}
