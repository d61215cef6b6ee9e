/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import com.cliqtel.camel.model.Sms;
import io.micrometer.core.instrument.Counter;

/** Counters of the cost, by currency. Their number is limited, since the server names the currency. Thread-safe. */
final class CostCounters {

    private static final int MOST_CURRENCIES = 20;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final String OTHER = "other";

    private final RegisteredMeters book;
    private final Map<String, Counter> known = new ConcurrentHashMap<>();

    CostCounters(RegisteredMeters book) {
        this.book = book;
    }

    void add(Sms sms) {
        if (sms.cost() != null && sms.cost().signum() > 0) {
            of(sms.currency()).increment(sms.cost().doubleValue());
        }
    }

    private Counter of(String currency) {
        Counter seen = currency == null ? null : known.get(currency);
        return seen != null ? seen : known.computeIfAbsent(word(currency), word -> book.counter(MeterName.COST, word));
    }

    private String word(String currency) {
        boolean isOne = currency != null && CURRENCY.matcher(currency).matches();
        return isOne && known.size() < MOST_CURRENCIES ? currency : OTHER;
    }
}
