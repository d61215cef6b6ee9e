/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import java.time.OffsetDateTime;

/**
 * What one would keep of an answer by hand.
 *
 * @param sms the message
 * @param createdAt its time, as a time
 * @param limit requests a minute, or -1
 * @param remaining how many are left, or -1
 */
record HandSent(SendAnswer.Data sms, OffsetDateTime createdAt, int limit, int remaining) {

    static HandSent of(SendAnswer answer, String limit, String remaining) {
        return new HandSent(answer.data(), answer.data().created(), number(limit), number(remaining));
    }

    private static int number(String header) {
        return header == null ? -1 : Integer.parseInt(header);
    }
}
