/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/**
 * Whether the shared quota can be reached, and what this process may do on its own. Not thread-safe.
 *
 * <p>Never do two ways of sharing meet within one window of the server's: when the quota is out of reach, nothing goes out for a
 * window, and then this process's own part; when it is back, both rules hold for a window, and then the quota's alone.
 */
final class SharedQuotaOutage {

    private final long hold;
    private final long retry;
    private boolean out;
    private long aloneFrom;
    private long retryAt;
    private long bothUntil;

    /** How long a permit is held, and how long a failure to reach the quota is believed, in nanoseconds. */
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

    /** Whether to keep to this process's own part. */
    boolean keepsToPart(long now) {
        return out || now < bothUntil;
    }

    /** Whether permits may be taken without asking. Only as long as a failure is fresh: others may be asking again already. */
    boolean alone(long now) {
        return out && now >= aloneFrom && now < retryAt;
    }

    long aloneFrom() {
        return aloneFrom;
    }

    /** When to try again to reach the quota. */
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
