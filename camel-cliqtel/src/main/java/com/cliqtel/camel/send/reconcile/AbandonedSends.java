/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends that ended unknown: a message that the list shows late may belong to one of them, so a later send that looks alike
 * doesn't take it. Each send is remembered for an hour, and at most the newest 10,000. Thread-safe.
 */
final class AbandonedSends {

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int CAPACITY = 10_000;

    private final Map<Owner, Instant> since = new LinkedHashMap<>();
    private final Map<SmsSimilarity, Set<String>> owners = new HashMap<>();
    private final AtomicInteger size = new AtomicInteger();

    private record Owner(SmsSimilarity sms, String name) {}

    synchronized void add(SmsSimilarity sms, String owner, Instant now) {
        forgetBefore(now.minus(REMEMBERED));
        // removed first, so that put adds it at the end; put alone would keep its place
        remove(sms, owner);
        since.put(new Owner(sms, owner), now);
        size.set(since.size());
        owners.computeIfAbsent(sms, none -> new HashSet<>()).add(owner);
    }

    void remove(SmsSimilarity sms, String owner) {
        // called for each send; mostly the map is empty
        if (size.get() > 0) {
            forget(sms, owner);
        }
    }

    private synchronized void forget(SmsSimilarity sms, String owner) {
        if (since.remove(new Owner(sms, owner)) != null) {
            leave(new Owner(sms, owner));
        }
        size.set(since.size());
    }

    /** Returns the names of the sends that may still have a message in the list. */
    synchronized Set<String> owners(SmsSimilarity sms, Instant now) {
        forgetBefore(now.minus(REMEMBERED));
        return Set.copyOf(owners.getOrDefault(sms, Set.of()));
    }

    private void forgetBefore(Instant start) {
        var oldestFirst = since.entrySet().iterator();
        while (oldestFirst.hasNext()) {
            Map.Entry<Owner, Instant> oldest = oldestFirst.next();
            if (since.size() <= CAPACITY && !oldest.getValue().isBefore(start)) {
                return;
            }
            oldestFirst.remove();
            leave(oldest.getKey());
        }
    }

    private void leave(Owner owner) {
        owners.computeIfPresent(
                owner.sms(), (same, names) -> names.remove(owner.name()) && names.isEmpty() ? null : names);
    }

    synchronized int size() {
        return since.size();
    }
}
