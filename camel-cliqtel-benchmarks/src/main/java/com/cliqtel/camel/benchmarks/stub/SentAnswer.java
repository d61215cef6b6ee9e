/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.stub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The answer to {@code POST /messages} as in the reference, with an id that no other answer has, and with the recipient and text of
 * the request: the component doesn't accept the answer to another SMS. For one thread.
 */
final class SentAnswer {

    private static final AtomicLong IDS = new AtomicLong(1_000_000_000L);
    private static final byte[] TO = ascii("\"to\":\"");
    private static final byte[] TEXT = ascii("\"body\":\"");
    private static final byte[] AFTER_TEXT = ascii("""
            ","direction":"outbound","status":"queued","segments":1,"cost":0.008,"currency":"EUR","carrier":"didfarm",\
            "created_at":"2026-04-03T10:15:30+00:00"}}""");

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(512);

    /** Answers the request that a buffer holds up to {@code end}. */
    void write(byte[] request, int end, OutputStream out) throws IOException {
        body.reset();
        body.writeBytes(ascii("{\"data\":{\"id\":" + IDS.incrementAndGet() + ",\"from\":\"+16625163513\","));
        body.writeBytes(TO);
        copy(TO, request, end);
        body.writeBytes(ascii("\","));
        body.writeBytes(TEXT);
        copy(TEXT, request, end);
        body.writeBytes(AFTER_TEXT);
        byte[] head = ascii(AnswerHead.of("201 Created", body.size()));
        byte[] answer = new byte[head.length + body.size()];
        System.arraycopy(head, 0, answer, 0, head.length);
        System.arraycopy(body.toByteArray(), 0, answer, head.length, body.size());
        out.write(answer);
    }

    private void copy(byte[] key, byte[] request, int end) {
        int from = AsciiBytes.find(key, request, 0, end) + key.length;
        int to = from;
        while (request[to] != '"') {
            to++;
        }
        body.write(request, from, to - from);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
