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
    // a server that refuses again has said too little the first time
    private static final Duration MOST_THAT_GROWS = Duration.ofSeconds(5);
    private static final Duration MOST_GROWN = Duration.ofMinutes(5);
    // a lease is as long as all retries can take, and must fit a clock that counts nanoseconds
    private static final int MOST_RETRIES = 1000;

    /** @throws IllegalArgumentException when {@code maxRetries} is negative, or more than 1000 */
    public RetryPolicy {
        if (maxRetries < 0 || maxRetries > MOST_RETRIES) {
            throw new IllegalArgumentException("maxRetries is " + maxRetries + ": a number from 0 (no retry) to "
                    + MOST_RETRIES + " was expected");
        }
    }

    /** So many retries, after full jitter from 500 ms to 8 s. */
    public static RetryPolicy times(int maxRetries) {
        return new RetryPolicy(maxRetries, USUAL);
    }

    /**
     * The wait before the next attempt; empty when there is to be none.
     *
     * @param failure how the last attempt ended
     * @param failed how often it has failed, that time included
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

    private static Duration longer(Duration own, Optional<Duration> said) {
        return said.filter(wait -> wait.compareTo(own) > 0).orElse(own);
    }

    /** Returns whether the server named the wait after the failure. Such a wait may have any length. */
    public static boolean isWaitNamed(CliqtelException failure) {
        return failure instanceof CliqtelThrottledException
                || failure instanceof CliqtelUnavailableException unavailable
                        && unavailable.getRetryAfter().isPresent();
    }

    /** The longest that all the waits between the retries of one call can take together. */
    public Duration longestBackoff() {
        return backoff.ceiling().multipliedBy(maxRetries);
    }

    private static Duration wait(CliqtelThrottledException throttled, FailureCount failed) {
        Duration said = throttled.getRetryAfter();
        Duration growing = said.compareTo(MOST_THAT_GROWS) < 0 ? said : MOST_THAT_GROWS;
        Duration grown = new Backoff(growing, MOST_GROWN, () -> 1).height(failed.throttled());
        return said.compareTo(grown) < 0 ? grown : said;
    }

    // who waits for a permit, or for sending to go on, has waited as long as he may: asking again changes nothing
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
