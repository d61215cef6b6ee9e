/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.stub;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection to the stub: reads requests one after the other, and answers each as soon as it is whole. */
final class StubConnection implements Runnable {

    private static final int BUFFER = 64 * 1024;
    private static final byte[] END_OF_HEADERS = ascii("\r\n\r\n");
    private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");
    private static final byte[] CONTENT_LENGTH = ascii("\ncontent-length:");
    private static final byte[] CHUNKED = ascii("\ntransfer-encoding:");
    private static final byte[] PAGE_FIRST = ascii("?page=");
    private static final byte[] PAGE_LATER = ascii("&page=");

    private final Socket socket;
    private final SentAnswer sent = new SentAnswer();
    private final PageAnswer page = new PageAnswer();
    private final byte[] buffer = new byte[BUFFER];
    private int end;

    StubConnection(Socket socket) {
        this.socket = socket;
    }

    @Override
    public void run() {
        try (socket) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            while (true) {
                int length = request(in);
                answer(length, out);
                System.arraycopy(buffer, length, buffer, 0, end - length);
                end -= length;
            }
        } catch (IOException gone) {
            // whoever it was has had enough
        }
    }

    /** How long the request is that the buffer begins with, which is whole now. */
    private int request(InputStream in) throws IOException {
        int headers = until(END_OF_HEADERS, 0, in);
        int length = AsciiBytes.find(CONTENT_LENGTH, buffer, 0, headers);
        if (length >= 0) {
            int whole = headers + AsciiBytes.number(buffer, length + CONTENT_LENGTH.length);
            while (end < whole) {
                fill(in);
            }
            return whole;
        }
        return AsciiBytes.find(CHUNKED, buffer, 0, headers) < 0 ? headers : until(LAST_CHUNK, headers, in);
    }

    private int until(byte[] sign, int from, InputStream in) throws IOException {
        int at = AsciiBytes.find(sign, buffer, from, end);
        while (at < 0) {
            fill(in);
            at = AsciiBytes.find(sign, buffer, from, end);
        }
        return at + sign.length;
    }

    private void fill(InputStream in) throws IOException {
        int read = in.read(buffer, end, buffer.length - end);
        if (read <= 0) {
            throw new EOFException();
        }
        end += read;
    }

    private void answer(int length, OutputStream out) throws IOException {
        if (buffer[0] == 'P') {
            sent.write(buffer, length, out);
        } else {
            page.write(AsciiBytes.number(buffer, page()), out);
        }
    }

    private int page() {
        int first = AsciiBytes.find(PAGE_FIRST, buffer, 0, end);
        return (first >= 0 ? first : AsciiBytes.find(PAGE_LATER, buffer, 0, end)) + PAGE_FIRST.length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
