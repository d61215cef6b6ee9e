/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.metrics;

import java.util.concurrent.atomic.AtomicReference;

import com.cliqtel.camel.model.RateLimits;

/** What the last answer said of an account's quota, as gauges. Thread-safe. */
final class QuotaGauges {

    private final AtomicReference<RateLimits> last = new AtomicReference<>(new RateLimits(null, null));

    QuotaGauges(MeterBook book, String account) {
        book.gauge(Measure.QUOTA_LIMIT, () -> orUnknown(last.get().limit()), account);
        book.gauge(Measure.QUOTA_REMAINING, () -> orUnknown(last.get().remaining()), account);
    }

    void set(RateLimits said) {
        last.set(said);
    }

    private static double orUnknown(Integer said) {
        return said == null ? Double.NaN : said;
    }
}
