/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.observe.Observers;

/**
 * What all calls to one account share.
 *
 * @param name the account's name; no secret
 * @param connection how the server is reached
 * @param limiter keeps the quota of the account, and perhaps of others; null without a limit
 * @param clock what time it is at the server
 * @param waits where calls wait
 * @param observers are told of what happens to calls
 * @param gate where sends wait while sending is paused
 */
public record AccountConnection(
        String name,
        HttpConnection connection,
        RateLimiter limiter,
        ServerClock clock,
        TimedWaits waits,
        Observers observers,
        SendGate gate) {

    /** The address only. */
    @Override
    public String toString() {
        return "Line[" + connection + "]";
    }
}
