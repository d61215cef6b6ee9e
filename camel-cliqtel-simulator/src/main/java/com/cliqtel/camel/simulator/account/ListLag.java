/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How far lists lag behind what has happened: so long a message is in none. It may differ from message to message, so that
 * they show up in another order than they were made; which lags how long, depends on the seed and the id alone.
 *
 * @param seed decides which message lags how long
 * @param least how long each lags; zero to 365 days
 * @param most how long it may lag, {@code least} to 365 days
 * @param lateShare which part of the messages lags longer still, 0 to 1
 * @param late how long those lag, zero to 365 days
 */
public record ListLag(long seed, Duration least, Duration most, double lateShare, Duration late) {

    private static final Duration LONGEST = Duration.ofDays(365);

    /** Lists show everything at once. */
    public static final ListLag NONE = always(Duration.ZERO);

    /**
     * Refuses what are no such times.
     *
     * @throws IllegalArgumentException when one of them is out of its range
     */
    public ListLag {
        if (!isLag(least) || !isLag(most) || most.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "listLag must be zero to 365 days, not " + (least.equals(most) ? most : least + " to " + most));
        }
        if (!isLag(late) || !(lateShare >= 0 && lateShare <= 1)) {
            throw new IllegalArgumentException(
                    "of listLag, a part of 0 to 1 may lag zero to 365 days, not " + lateShare + " for " + late);
        }
    }

    private static boolean isLag(Duration duration) {
        return !duration.isNegative() && duration.compareTo(LONGEST) <= 0;
    }

    /**
     * The same lag for all messages.
     *
     * @param lag zero to 365 days
     * @return the lag
     * @throws IllegalArgumentException when it is out of range
     */
    public static ListLag always(Duration lag) {
        return new ListLag(0, lag, lag, 0, Duration.ZERO);
    }

    /**
     * Another lag for each message.
     *
     * @param most zero to 365 days
     * @param seed decides which message lags how long
     * @return the lag
     * @throws IllegalArgumentException when it is out of range
     */
    public static ListLag upTo(Duration most, long seed) {
        return new ListLag(seed, Duration.ZERO, most, 0, Duration.ZERO);
    }

    /**
     * The same, but for some messages that lag longer.
     *
     * @param share which part of all, 0 to 1
     * @param lag zero to 365 days
     * @return the lag
     * @throws IllegalArgumentException when it is out of range
     */
    public ListLag butSome(double share, Duration lag) {
        return new ListLag(seed, least, most, share, lag);
    }

    Duration of(long messageId) {
        SplittableRandom random = new SplittableRandom(seed * 31 + messageId);
        if (random.nextDouble() < lateShare) {
            return late;
        }
        long range = most.minus(least).toMillis();
        return range == 0 ? least : least.plusMillis(random.nextLong(range + 1));
    }
}
