/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.stub;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/** The answer to {@code GET /messages}: a page of a hundred out of a million messages, each with an id of its own. For one thread. */
final class PageAnswer {

    private static final int PER_PAGE = 100;
    private static final int TOTAL = 1_000_000;
    private static final long FIRST = 1_000_000_000L;
    private static final int DIGITS = 10;
    private static final String MESSAGE = """
            {"id":1000000000,"from":"+16625163513","to":"+31612345678","body":"Your order #1234 has shipped!",\
            "direction":"outbound","status":"delivered","segments":1,"cost":0.008,"currency":"EUR",\
            "carrier":"didfarm","created_at":"2026-04-03T10:15:30+00:00"}""";
    private static final int ID_END = MESSAGE.indexOf("1000000000") + DIGITS;
    private static final String BEGINNING = "{\"data\":[";

    private final byte[] messages = (BEGINNING + String.join(",", Collections.nCopies(PER_PAGE, MESSAGE)) + "],")
            .getBytes(StandardCharsets.US_ASCII);

    void write(int page, OutputStream out) throws IOException {
        for (int i = 0; i < PER_PAGE; i++) {
            int end = BEGINNING.length() + i * (MESSAGE.length() + 1) + ID_END;
            AsciiBytes.write(FIRST + (page - 1L) * PER_PAGE + i, messages, end, DIGITS);
        }
        byte[] meta = ("\"meta\":{\"total\":" + TOTAL + ",\"page\":" + page + ",\"per_page\":" + PER_PAGE
                        + ",\"total_pages\":" + TOTAL / PER_PAGE + "}}")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] head = AnswerHead.of("200 OK", messages.length + meta.length).getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + messages.length + meta.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(messages, 0, whole, head.length, messages.length);
        System.arraycopy(meta, 0, whole, head.length + messages.length, meta.length);
        out.write(whole);
    }
}
