/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.observe.Observers;

/**
 * What all calls to one account share.
 *
 * @param name the account's name; no secret
 * @param connection the HTTP client, the address and the API key
 * @param limiter keeps the quota of the account, and perhaps of others; null without a limit
 * @param clock the server's clock
 * @param waits the waits of calls, which end when the component stops
 * @param observers the observers of all calls
 * @param gate holds sends back while sending is paused
 */
public record AccountConnection(
        String name,
        HttpConnection connection,
        RateLimiter limiter,
        ServerClock clock,
        TimedWaits waits,
        Observers observers,
        SendGate gate) {

    /** Returns the address only. */
    @Override
    public String toString() {
        return "AccountConnection[" + connection + "]";
    }
}
