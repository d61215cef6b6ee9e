/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on raw sockets, for what no HTTP server does: it treats every connection in one scripted way. */
final class FaultyServer implements AutoCloseable {

    /** What to do with a connection once its request was read, or before. */
    @FunctionalInterface
    interface Behaviour {
        void on(Connection connection) throws IOException;
    }

    /** One connection as a script sees it. */
    record Connection(Socket socket, List<String> requests) {

        /** Reads one whole request and remembers it. */
        String request() throws IOException {
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int b = in.read();
                if (b < 0) {
                    throw new IOException("the client went away");
                }
                head.write(b);
            }
            String text = head.toString(StandardCharsets.ISO_8859_1);
            int length = text.lines()
                    .filter(line -> line.toLowerCase().startsWith("content-length:"))
                    .mapToInt(line -> Integer.parseInt(line.substring(15).trim()))
                    .findFirst()
                    .orElse(0);
            String request = text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
            requests.add(request);
            return request;
        }

        void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        /** Closes with a reset rather than an end of stream. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private final ServerSocket server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private FaultyServer(ServerSocket server) {
        this.server = server;
    }

    static FaultyServer start(Behaviour behaviour) {
        try {
            FaultyServer faulty = new FaultyServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread acceptor = new Thread(() -> faulty.accept(behaviour), "faulty-server");
            acceptor.setDaemon(true);
            acceptor.start();
            return faulty;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Reads a request and answers it, with these headers added, and closes. */
    static Behaviour answering(int status, String contentType, String body, String... headers) {
        return connection -> {
            connection.request();
            connection.write("HTTP/1.1 " + status + " Scripted\r\nContent-Type: " + contentType + "\r\nContent-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n"
                    + String.join(
                            "", List.of(headers).stream().map(h -> h + "\r\n").toList()) + "\r\n" + body);
            connection.socket().close();
        };
    }

    private void accept(Behaviour behaviour) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread handler = new Thread(() -> handle(behaviour, socket), "faulty-connection");
                handler.setDaemon(true);
                handler.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void handle(Behaviour behaviour, Socket socket) {
        try {
            behaviour.on(new Connection(socket, requests));
        } catch (IOException gone) {
            // the other side went first
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/api/v1/sms";
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> requests() {
        return requests;
    }

    long posts() {
        return requests.stream().filter(request -> request.startsWith("POST ")).count();
    }

    int connections() {
        return open.size();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException alreadyClosed) {
            // as wanted
        }
    }
}
