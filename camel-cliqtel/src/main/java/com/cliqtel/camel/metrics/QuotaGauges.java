/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.metrics;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import com.cliqtel.camel.model.RateLimits;
import io.micrometer.core.instrument.Meter;

/** What the last answer said of an account's quota, as gauges. Thread-safe. */
final class QuotaGauges {

    private final AtomicReference<RateLimits> last = new AtomicReference<>(new RateLimits(null, null));
    private final RegisteredMeters book;
    private final List<Meter> gauges;

    QuotaGauges(RegisteredMeters book, String account) {
        this.book = book;
        this.gauges = List.of(
                book.gauge(MeterName.QUOTA_LIMIT, () -> orUnknown(last.get().limit()), account),
                book.gauge(MeterName.QUOTA_REMAINING, () -> orUnknown(last.get().remaining()), account));
    }

    /** Removes the gauges from the registry. */
    void close() {
        gauges.forEach(book::remove);
    }

    void set(RateLimits said) {
        last.set(said);
    }

    private static double orUnknown(Integer said) {
        return said == null ? Double.NaN : said;
    }
}
