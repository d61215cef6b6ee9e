/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.retry;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.Outcome;

/**
 * The rule for retries: which failures are retried, and after which wait.
 *
 * <p>A call that may have been executed is never made again. A call that exceeded the rate limit is made again each time, and doesn't
 * count as a retry. Any other call that was certainly not executed is made again {@code maxRetries} times.
 *
 * @param maxRetries the number of retries after a call that was certainly not executed, from 0
 * @param backoff the waits before these retries, unless the server named a longer one
 */
public record RetryPolicy(int maxRetries, Backoff backoff) {

    private static final Backoff USUAL =
            new Backoff(Duration.ofMillis(500), Duration.ofSeconds(8), () -> ThreadLocalRandom.current()
                    .nextDouble());
    // if the server refuses again, the wait that it named was too short
    private static final Duration MOST_THAT_GROWS = Duration.ofSeconds(5);
    private static final Duration MOST_GROWN = Duration.ofMinutes(5);
    // a lease is as long as all retries, and must fit into a number of nanoseconds
    private static final int MOST_RETRIES = 1000;

    /** @throws IllegalArgumentException when {@code maxRetries} is negative, or more than 1000 */
    public RetryPolicy {
        if (maxRetries < 0 || maxRetries > MOST_RETRIES) {
            throw new IllegalArgumentException("maxRetries is " + maxRetries + ": a number from 0 (no retry) to "
                    + MOST_RETRIES + " was expected");
        }
    }

    /** Returns the policy with this number of retries, and full jitter from 500 ms to 8 s. */
    public static RetryPolicy times(int maxRetries) {
        return new RetryPolicy(maxRetries, USUAL);
    }

    /**
     * Returns the wait before the next attempt; empty if there is none.
     *
     * @param failure the failure of the last attempt
     * @param failed the number of failed attempts, the last one included
     */
    public Optional<Duration> delayAfter(CliqtelException failure, FailureCount failed) {
        if (failure instanceof CliqtelThrottledException throttled) {
            return isOurOwnRefusal(throttled) ? Optional.empty() : Optional.of(wait(throttled, failed));
        }
        return failure instanceof CliqtelUnavailableException unavailable
                        && certainlyNotSent(unavailable)
                        && failed.unsent() <= maxRetries
                ? Optional.of(longer(backoff.delay(failed.unsent()), unavailable.getRetryAfter()))
                : Optional.empty();
    }

    private static Duration longer(Duration own, Optional<Duration> named) {
        return named.filter(wait -> wait.compareTo(own) > 0).orElse(own);
    }

    /** Returns whether the server named the wait after the failure. Such a wait may have any length. */
    public static boolean isWaitNamed(CliqtelException failure) {
        return failure instanceof CliqtelThrottledException
                || failure instanceof CliqtelUnavailableException unavailable
                        && unavailable.getRetryAfter().isPresent();
    }

    /** Returns the longest sum of all waits between the retries of a call. */
    public Duration longestBackoff() {
        return backoff.ceiling().multipliedBy(maxRetries);
    }

    private static Duration wait(CliqtelThrottledException throttled, FailureCount failed) {
        Duration named = throttled.getRetryAfter();
        Duration growing = named.compareTo(MOST_THAT_GROWS) < 0 ? named : MOST_THAT_GROWS;
        Duration grown = new Backoff(growing, MOST_GROWN, () -> 1).height(failed.throttled());
        return named.compareTo(grown) < 0 ? grown : named;
    }

    // the call has already waited for a permit, or for the end of a pause, as long as it may
    private static boolean isOurOwnRefusal(CliqtelThrottledException throttled) {
        return throttled.getStatusCode() == 0
                && (throttled.getCode().equals(ErrorCode.NO_PERMIT)
                        || throttled.getCode().equals(ErrorCode.SENDING_PAUSED));
    }

    private static boolean certainlyNotSent(CliqtelUnavailableException failure) {
        boolean endsHere = failure.getStatusCode() == 0
                && (failure.getCode().equals(ErrorCode.SHUTTING_DOWN)
                        || failure.getCode().equals(ErrorCode.IN_PROGRESS));
        return failure.getOutcome() == Outcome.NOT_SENT && !endsHere;
    }
}
