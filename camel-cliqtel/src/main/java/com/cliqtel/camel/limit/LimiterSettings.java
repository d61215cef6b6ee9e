/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.Objects;

/**
 * The quota of an account.
 *
 * @param requestsPerMinute the limit for all requests of the account; 0 for no limit
 * @param messagesPerSecond the limit for the account's sends; 0 for no limit
 * @param quotaShare the part of both limits that this process may use, more than 0 and at most 1
 * @param minute the window of {@code requestsPerMinute}; never null
 * @param second the window of {@code messagesPerSecond}; never null
 */
public record LimiterSettings(
        int requestsPerMinute, int messagesPerSecond, double quotaShare, Window minute, Window second) {

    /** @throws IllegalArgumentException that names the option with a wrong value */
    public LimiterSettings {
        requireCount("requestsPerMinute", requestsPerMinute);
        requireCount("messagesPerSecond", messagesPerSecond);
        if (!(quotaShare > 0 && quotaShare <= 1)) {
            throw new IllegalArgumentException(
                    "quotaShare must be more than 0 and at most 1 (with three nodes, 0.333), not " + quotaShare);
        }
        Objects.requireNonNull(minute, "minute");
        Objects.requireNonNull(second, "second");
    }

    /** Creates a quota with the windows of the API's reference, a minute and a second. */
    public LimiterSettings(int requestsPerMinute, int messagesPerSecond, double quotaShare) {
        this(requestsPerMinute, messagesPerSecond, quotaShare, Window.MINUTE, Window.SECOND);
    }

    /** Returns a copy with another share, more than 0 and at most 1. */
    public LimiterSettings withQuotaShare(double share) {
        return new LimiterSettings(requestsPerMinute, messagesPerSecond, share, minute, second);
    }

    WindowAllowance ofTheMinute() {
        return WindowAllowance.of(requestsPerMinute, quotaShare, minute);
    }

    WindowAllowance ofTheSecond() {
        return WindowAllowance.of(messagesPerSecond, quotaShare, second);
    }

    private static void requireCount(String option, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(option + " must be 0 (no limit) or more, not " + value);
        }
    }
}
