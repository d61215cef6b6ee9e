/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/**
 * The outages of a shared quota, and what this process may use during one. Not thread-safe.
 *
 * <p>Two ways of sharing never overlap in one window of the server. When the quota becomes unavailable, no request is made for a
 * window; after that this process uses its own part. When the quota is back, both limits apply for a window; after that only the
 * quota's limit.
 */
final class SharedQuotaOutage {

    private final long hold;
    private final long retry;
    private boolean out;
    private long aloneFrom;
    private long retryAt;
    private long bothUntil;

    /**
     * @param hold how long a permit counts after its request, in nanoseconds
     * @param retry the time after which an unavailable quota is tried again, in nanoseconds
     */
    SharedQuotaOutage(long hold, long retry) {
        this.hold = hold;
        this.retry = retry;
    }

    void unreachable(long now) {
        aloneFrom = out ? aloneFrom : now + hold;
        retryAt = now + retry;
        out = true;
    }

    void reachable(long now) {
        bothUntil = out ? now + hold : bothUntil;
        out = false;
    }

    boolean out() {
        return out;
    }

    /** Returns whether this process must keep to its own part. */
    boolean keepsToPart(long now) {
        return out || now < bothUntil;
    }

    /** Returns whether permits may be taken without a draw. Ends when the next try is due, since the quota may be back by then. */
    boolean alone(long now) {
        return out && now >= aloneFrom && now < retryAt;
    }

    long aloneFrom() {
        return aloneFrom;
    }

    /** Returns the time of the next try to reach the quota. */
    long retryAt() {
        return retryAt;
    }

    String describe(long now) {
        return out
                ? "the shared quota is out of reach, "
                        + (now < aloneFrom ? "a window has to pass" : "this process's own part is used")
                : now < bothUntil ? "the shared quota is back, and this process's own part is kept to" : "shared";
    }
}
