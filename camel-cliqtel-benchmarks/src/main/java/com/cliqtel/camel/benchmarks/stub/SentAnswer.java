/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.stub;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** The answer to {@code POST /messages} as the reference has it, with an id that no other answer has. For one thread. */
final class SentAnswer {

    private static final AtomicLong IDS = new AtomicLong(1_000_000_000L);
    private static final int DIGITS = 10;
    private static final String BODY = """
            {"data":{"id":1000000000,"from":"+16625163513","to":"+31612345678","body":"Your order #1234 has shipped!",\
            "direction":"outbound","status":"queued","segments":1,"cost":0.008,"currency":"EUR","carrier":"didfarm",\
            "created_at":"2026-04-03T10:15:30+00:00"}}""";

    private final byte[] answer;
    private final int idEnd;

    SentAnswer() {
        String text = AnswerHead.of("201 Created", BODY.length()) + BODY;
        answer = text.getBytes(StandardCharsets.US_ASCII);
        idEnd = text.indexOf("\"id\":") + 5 + DIGITS;
    }

    void write(OutputStream out) throws IOException {
        AsciiBytes.write(IDS.incrementAndGet(), answer, idEnd, DIGITS);
        out.write(answer);
    }
}
