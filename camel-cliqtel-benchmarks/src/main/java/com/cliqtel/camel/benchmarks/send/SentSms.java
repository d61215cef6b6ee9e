/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import java.time.OffsetDateTime;

/**
 * What hand-written code keeps of an answer.
 *
 * @param sms the message
 * @param createdAt the parsed time
 * @param limit requests a minute, or -1
 * @param remaining remaining requests, or -1
 */
record SentSms(SendAnswer.Data sms, OffsetDateTime createdAt, int limit, int remaining) {

    static SentSms of(SendAnswer answer, String limit, String remaining) {
        return new SentSms(answer.data(), answer.data().created(), number(limit), number(remaining));
    }

    private static int number(String header) {
        return header == null ? -1 : Integer.parseInt(header);
    }
}
