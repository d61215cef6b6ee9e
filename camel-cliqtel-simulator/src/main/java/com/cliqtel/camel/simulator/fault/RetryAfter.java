/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.time.Duration;
import java.time.Instant;

import com.cliqtel.camel.simulator.time.HttpDate;

/** What a {@code Retry-After} header says, in the two forms of RFC 9110, section 10.2.3, or in none. Immutable. */
public sealed interface RetryAfter {

    /**
     * The value of the header.
     *
     * @param now the server's time when it answers
     * @return visible ASCII characters and blanks
     */
    String value(Instant now);

    /**
     * Seconds to wait.
     *
     * @param seconds 0 or more
     */
    record Seconds(long seconds) implements RetryAfter {

        /**
         * Refuses what no server would say by a number; {@link Text} says anything.
         *
         * @throws IllegalArgumentException when it is negative
         */
        public Seconds {
            if (seconds < 0) {
                throw new IllegalArgumentException(
                        "Retry-After in seconds must be 0 or more, not " + seconds + "; as a text it may be anything");
            }
        }

        @Override
        public String value(Instant now) {
            return Long.toString(seconds);
        }
    }

    /**
     * An HTTP date.
     *
     * @param fromNow how far from the server's time when it answers; negative for the past; at most 365 days
     */
    record Date(Duration fromNow) implements RetryAfter {

        /**
         * Refuses what is too far away.
         *
         * @throws IllegalArgumentException when it is beyond 365 days
         */
        public Date {
            ArgumentChecks.delay("The distance of a Retry-After date", fromNow.abs());
        }

        @Override
        public String value(Instant now) {
            return HttpDate.write(now.plus(fromNow));
        }
    }

    /**
     * Whatever one likes.
     *
     * @param text visible ASCII characters and blanks
     */
    record Text(String text) implements RetryAfter {

        /**
         * Refuses what no header can carry.
         *
         * @throws IllegalArgumentException when there is anything else in it
         */
        public Text {
            ReplyHeaders.requireValue("Retry-After", text);
        }

        @Override
        public String value(Instant now) {
            return text;
        }
    }
}
