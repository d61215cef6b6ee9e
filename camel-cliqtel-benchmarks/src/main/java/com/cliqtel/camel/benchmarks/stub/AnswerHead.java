/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.stub;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The head of an answer. */
final class AnswerHead {

    private AnswerHead() {}

    static String of(String status, int length) {
        return "HTTP/1.1 " + status + "\r\n"
                + "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)) + "\r\n"
                + "Content-Type: application/json\r\n"
                + "X-RateLimit-Limit: 60\r\n"
                + "X-RateLimit-Remaining: 59\r\n"
                + "Content-Length: " + length + "\r\n\r\n";
    }
}
