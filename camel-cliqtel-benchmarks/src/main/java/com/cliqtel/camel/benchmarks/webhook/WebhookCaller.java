/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.webhook;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import com.cliqtel.camel.benchmarks.stub.AsciiBytes;

/** Posts webhooks over one connection with almost no allocations. For one thread. */
final class WebhookCaller implements AutoCloseable {

    private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTENT_LENGTH = "\ncontent-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] answer = new byte[4096];
    private int end;

    WebhookCaller(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** The status of the answer. */
    int post(byte[] request) throws IOException {
        out.write(request);
        end = 0;
        int headers = -1;
        while (headers < 0) {
            fill();
            headers = AsciiBytes.find(END_OF_HEADERS, answer, 0, end);
        }
        int length = AsciiBytes.find(CONTENT_LENGTH, answer, 0, end);
        int whole = headers
                + END_OF_HEADERS.length
                + (length < 0 ? 0 : AsciiBytes.number(answer, length + CONTENT_LENGTH.length));
        while (end < whole) {
            fill();
        }
        return AsciiBytes.number(answer, STATUS_AT);
    }

    private void fill() throws IOException {
        int read = in.read(answer, end, answer.length - end);
        if (read <= 0) {
            throw new EOFException("the server closed the connection");
        }
        end += read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
