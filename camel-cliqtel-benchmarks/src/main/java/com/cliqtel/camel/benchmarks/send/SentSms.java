/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import java.time.OffsetDateTime;

import com.cliqtel.camel.benchmarks.hand.MessageJson;

/**
 * A message and its rate limit, as hand-written code keeps them.
 *
 * @param sms the message
 * @param createdAt the parsed time
 * @param limit requests a minute, or -1
 * @param remaining remaining requests, or -1
 */
record SentSms(MessageJson sms, OffsetDateTime createdAt, int limit, int remaining) {

    static SentSms of(MessageJson sms, String limit, String remaining) {
        return new SentSms(sms, sms.created(), number(limit), number(remaining));
    }

    private static int number(String header) {
        return header == null ? -1 : Integer.parseInt(header);
    }
}
