/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.cliqtel.camel.limit.LimiterUsage;
import com.cliqtel.camel.model.RateLimits;

/**
 * What there is to be seen of an account at one moment, and no secret.
 *
 * @param name its name: the option account, or a fingerprint of its address and API key
 * @param baseUrl where it is
 * @param quota what the last answer that spoke of it said is left; empty while none has
 * @param usage what the limiter has given out; empty without a limiter, or with one that doesn't tell
 * @param openSends how many different SMS are on their way, or being looked for
 */
public record AccountState(
        String name, URI baseUrl, Optional<RateLimits> quota, Optional<LimiterUsage> usage, int openSends) {

    /** How many wait for a permit; 0 where nobody tells. */
    public int waiting() {
        return usage.map(LimiterUsage::waiting).orElse(0);
    }

    /** How many calls a minute go out, after what answers have taught; null for no limit, and where nobody tells. */
    public Integer permits() {
        return usage.map(LimiterUsage::permits)
                .filter(permits -> permits < Integer.MAX_VALUE)
                .orElse(null);
    }

    /** How many permits of the minute are free here; null for no limit, and where nobody tells. */
    public Integer permitsLeft() {
        return permits() == null ? null : Math.max(0, permits() - usage.get().inUse());
    }

    /** For how many seconds nothing goes out, since the server said so. */
    public long heldSeconds() {
        return usage.map(seen -> seen.held().toSeconds()).orElse(0L);
    }

    /** What the last answer said is left of the quota; null while none has spoken of it. */
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
