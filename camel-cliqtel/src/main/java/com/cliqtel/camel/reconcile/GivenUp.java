/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends that ended unknown: a message that turns up late may be theirs, so a later send that looks alike leaves it to them.
 * Each is remembered for an hour, and the newest 10,000 at most. Thread-safe.
 */
final class GivenUp {

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int CAPACITY = 10_000;

    private final Map<Owner, Instant> since = new LinkedHashMap<>();
    private final Map<Likeness, Integer> counts = new HashMap<>();

    private record Owner(Likeness sms, String name) {}

    synchronized void add(Likeness sms, String owner, Instant now) {
        forgetBefore(now.minus(REMEMBERED));
        // taken out first, so that it stands last: put alone would leave it where it was
        remove(sms, owner);
        since.put(new Owner(sms, owner), now);
        counts.merge(sms, 1, Integer::sum);
    }

    synchronized void remove(Likeness sms, String owner) {
        if (since.remove(new Owner(sms, owner)) != null) {
            discount(sms);
        }
    }

    /** How many others' messages may still turn up. */
    synchronized int others(Likeness sms, String owner, Instant now) {
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

    private void discount(Likeness sms) {
        counts.computeIfPresent(sms, (same, count) -> count == 1 ? null : count - 1);
    }

    synchronized int size() {
        return since.size();
    }
}
