/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.metrics;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The names of the meters. They are stable, since dashboards and alerts use them.
 *
 * <p>A tag has few values, all of them words of the component, never a phone number.
 */
public enum MeterName {
    CALLS(
            "cliqtel.calls",
            "Calls of routes, with all their attempts and waits",
            buckets(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300),
            "operation",
            "outcome"),
    ATTEMPTS(
            "cliqtel.attempts",
            "Single requests that went out, without their waits",
            buckets(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
            "operation",
            "purpose",
            "outcome"),
    WAIT("cliqtel.wait", "Time that calls have waited", "for"),
    WAITING("cliqtel.waiting", "Calls that wait now"),
    QUOTA_LIMIT("cliqtel.quota.limit", "Requests that the account may make in a window", "account"),
    QUOTA_REMAINING("cliqtel.quota.remaining", "Requests that are left in the account's window", "account"),
    SEGMENTS("cliqtel.segments", "Segments of SMS that were accepted, each charged"),
    COST("cliqtel.cost", "What accepted SMS cost, in the currency", "currency"),
    RECONCILED("cliqtel.reconciled", "Searches for an SMS that nobody answered for", "result"),
    UNKNOWN("cliqtel.unknown", "Sends that ended without anybody knowing whether they happened"),
    DUPLICATES("cliqtel.duplicates", "Sends that were not repeated, since their key had been sent"),
    WEBHOOKS("cliqtel.webhooks", "Webhooks by the reason of their answer", "answer"),
    POLLS("cliqtel.polls", "Polls", "source", "outcome"),
    RECEIVED("cliqtel.received", "What routes were given", "source"),
    LAG(
            "cliqtel.lag",
            "From the time that something happened at Cliqtel until a route had it",
            buckets(0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 21_600, 86_400),
            "source");

    private final String meter;
    private final String description;
    private final Duration[] buckets;
    private final List<String> tags;

    MeterName(String meter, String description, String... tags) {
        this(meter, description, new Duration[0], tags);
    }

    MeterName(String meter, String description, Duration[] buckets, String... tags) {
        this.meter = meter;
        this.description = description;
        this.buckets = buckets;
        this.tags = List.of(tags);
    }

    private static Duration[] buckets(double... seconds) {
        return Arrays.stream(seconds)
                .mapToObj(second -> Duration.ofMillis(Math.round(second * 1000)))
                .toArray(Duration[]::new);
    }

    /** Returns the meter's name. */
    public String meter() {
        return meter;
    }

    /** Returns a description of one line. */
    public String description() {
        return description;
    }

    /** Returns the names of the tags, in order. */
    public List<String> tags() {
        return tags;
    }

    /** Returns the upper limits of the histogram's buckets; empty if there is no histogram. */
    Duration[] buckets() {
        return buckets.clone();
    }

    /** Returns the tags with these values. */
    String[] tagged(String... values) {
        return IntStream.range(0, tags.size())
                .boxed()
                .flatMap(at -> Stream.of(tags.get(at), values[at]))
                .toArray(String[]::new);
    }
}
