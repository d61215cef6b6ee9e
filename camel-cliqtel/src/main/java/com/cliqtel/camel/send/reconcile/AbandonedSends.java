/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends that ended unknown: a message that the list shows late may belong to one of them, so a later send that looks alike
 * doesn't take it. Each send is remembered for an hour, and at most the newest 10,000. Thread-safe.
 */
final class AbandonedSends {

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int CAPACITY = 10_000;

    private final Map<Owner, Instant> since = new LinkedHashMap<>();
    private final Map<SmsSimilarity, Integer> counts = new HashMap<>();

    private final AtomicInteger size = new AtomicInteger();

    private record Owner(SmsSimilarity sms, String name) {}

    synchronized void add(SmsSimilarity sms, String owner, Instant now) {
        forgetBefore(now.minus(REMEMBERED));
        // removed first, so that put adds it at the end; put alone would keep its place
        remove(sms, owner);
        since.put(new Owner(sms, owner), now);
        size.set(since.size());
        counts.merge(sms, 1, Integer::sum);
    }

    void remove(SmsSimilarity sms, String owner) {
        // called for each send; mostly the map is empty
        if (size.get() > 0) {
            forget(sms, owner);
        }
    }

    private synchronized void forget(SmsSimilarity sms, String owner) {
        if (since.remove(new Owner(sms, owner)) != null) {
            discount(sms);
        }
        size.set(since.size());
    }

    /** How many others' messages may still turn up. */
    synchronized int others(SmsSimilarity sms, String owner, Instant now) {
        forgetBefore(now.minus(REMEMBERED));
        return counts.getOrDefault(sms, 0) - (since.containsKey(new Owner(sms, owner)) ? 1 : 0);
    }

    private void forgetBefore(Instant start) {
        var oldestFirst = since.entrySet().iterator();
        while (oldestFirst.hasNext()) {
            Map.Entry<Owner, Instant> oldest = oldestFirst.next();
            if (since.size() <= CAPACITY && !oldest.getValue().isBefore(start)) {
                return;
            }
            oldestFirst.remove();
            discount(oldest.getKey().sms());
        }
    }

    private void discount(SmsSimilarity sms) {
        counts.computeIfPresent(sms, (same, count) -> count == 1 ? null : count - 1);
    }

    synchronized int size() {
        return since.size();
    }
}
