/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.cliqtel.camel.limit.LimiterUsage;
import com.cliqtel.camel.wire.RateLimits;

/**
 * The state of an account at one moment, without a secret.
 *
 * @param name the option {@code account}, or a fingerprint of the address and the API key
 * @param baseUrl the API's address
 * @param quota what is left of the quota, by the last answer that reported it; empty before such an answer
 * @param usage the limiter's permits; empty without a limiter, or if the limiter doesn't report them
 * @param openSends the number of different SMS that are being sent or searched
 */
public record AccountState(
        String name, URI baseUrl, Optional<RateLimits> quota, Optional<LimiterUsage> usage, int openSends) {

    /** Returns the number of calls that wait for a permit; 0 if unknown. */
    public int waiting() {
        return usage.map(LimiterUsage::waiting).orElse(0);
    }

    /** Returns the limit of calls a minute, as adjusted by answers; null for no limit or if unknown. */
    public Integer permits() {
        return usage.map(LimiterUsage::permits)
                .filter(permits -> permits < Integer.MAX_VALUE)
                .orElse(null);
    }

    /** Returns the number of free permits of the current minute; null for no limit or if unknown. */
    public Integer permitsLeft() {
        return permits() == null ? null : Math.max(0, permits() - usage.get().inUse());
    }

    /** Returns the number of seconds until calls go out again, after the server has asked for a pause. */
    public long heldSeconds() {
        return usage.map(seen -> seen.held().toSeconds()).orElse(0L);
    }

    /** Returns what is left of the quota, by the last answer that reported it; null before such an answer. */
    public Integer quotaLeft() {
        return quota.map(RateLimits::remaining).orElse(null);
    }

    /** Returns the account as a row of a table, by column; without a secret. */
    public Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("account", name);
        row.put("baseUrl", baseUrl.toString());
        row.put("quotaLeft", quotaLeft());
        row.put("permits", permits());
        row.put("permitsLeft", permitsLeft());
        row.put("waiting", waiting());
        row.put("heldSeconds", heldSeconds());
        row.put("openSends", openSends);
        return row;
    }
}
