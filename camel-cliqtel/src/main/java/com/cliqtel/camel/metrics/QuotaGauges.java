/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.metrics;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import com.cliqtel.camel.wire.RateLimits;
import io.micrometer.core.instrument.Meter;

/** Gauges of an account's quota according to the last answer. Thread-safe. */
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

    void set(RateLimits limits) {
        last.set(limits);
    }

    private static double orUnknown(Integer count) {
        return count == null ? Double.NaN : count;
    }
}
