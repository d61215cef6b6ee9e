/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/**
 * The permits of one limit that are in use: those of requests in flight, and those that still count after their request.
 *
 * <p>A permit becomes free one hold after the <em>end</em> of its request. The server counts a request at some time between its
 * start and its end. So of any N + 1 requests, the last one started at least a hold after another one had ended and been counted.
 * No window of that length has more than N, however it is aligned and however late requests arrive.
 *
 * <p>Memory is bounded by the number of permits. Not thread-safe. Times are nanoseconds since the limiter's start, and never
 * go back.
 */
final class CompletionLog {

    private final long hold;
    private final int[] inUse = new int[Purpose.values().length];

    /** A ring: the times when held permits become free, in order, and their purposes. Its length is a power of two. */
    private long[] freeAt = new long[16];

    private byte[] purposes = new byte[16];
    private int head;
    private int held;
    private int inFlight;
    private long completed;

    CompletionLog(long hold) {
        this.hold = hold;
    }

    /** Frees the permits that are held no longer. */
    void forget(long now) {
        while (held > 0 && freeAt[head] <= now) {
            inUse[purposes[head]]--;
            head = (head + 1) & (freeAt.length - 1);
            held--;
        }
    }

    int inUse() {
        return held + inFlight;
    }

    int inUse(Purpose purpose) {
        return inUse[purpose.ordinal()];
    }

    int inFlight() {
        return inFlight;
    }

    void take(Purpose purpose) {
        inUse[purpose.ordinal()]++;
        inFlight++;
    }

    /** Takes back a permit that wasn't used. */
    void giveBack(Purpose purpose) {
        inUse[purpose.ordinal()]--;
        inFlight--;
    }

    void complete(Purpose purpose, long now) {
        if (held == freeAt.length) {
            grow();
        }
        int tail = (head + held) & (freeAt.length - 1);
        freeAt[tail] = now + hold;
        purposes[tail] = (byte) purpose.ordinal();
        held++;
        inFlight--;
        completed++;
    }

    /**
     * Returns the time when the {@code nth} permit from now becomes free, of {@code permits} in all, if each is used as soon as it
     * is free. It is exact for held permits, and the earliest possible time for permits in flight and for later rounds.
     */
    long freeAt(long nth, int permits, long now) {
        long index = inUse() - (long) permits + nth - 1;
        long rounds = index < inUse() ? 0 : (index - inUse()) / permits + 1;
        long first = index - rounds * permits;
        long at = first < 0 ? now : first < held ? at((int) first) : now + hold;
        return rounds > (Long.MAX_VALUE - at) / Math.max(1, hold) ? Long.MAX_VALUE : at + rounds * hold;
    }

    /** Returns the number of requests that were completed up to a time. The time must not be longer ago than a hold. */
    long completedBy(long time) {
        int from = 0;
        int to = held;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (at(middle) - hold <= time) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return completed - held + from;
    }

    /** Returns how many of our requests the server counts at most, if it had forgotten a number of them when this one began. */
    int own(long forgotten) {
        return (int) (completed - forgotten) + inFlight;
    }

    private long at(int index) {
        return freeAt[(head + index) & (freeAt.length - 1)];
    }

    private void grow() {
        long[] longer = new long[2 * held];
        byte[] more = new byte[2 * held];
        for (int i = 0; i < held; i++) {
            longer[i] = at(i);
            more[i] = purposes[(head + i) & (purposes.length - 1)];
        }
        freeAt = longer;
        purposes = more;
        head = 0;
    }
}
