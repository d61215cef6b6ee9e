/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.client.Waits;
import com.cliqtel.camel.client.WholeList;
import com.cliqtel.camel.model.Sender;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.SmsQuery;

/**
 * Asks for the messages among which searches look: one list for each search while few are open, and above that one of each
 * sender for all that have come together meanwhile, so that a storm of faults doesn't use the quota up. Thread-safe.
 */
final class Listing {

    private static final int FEW = 5;

    private final WholeList messages;
    private final ServerClock clock;
    private final Waits waits;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<Sender, SharedList> shared = new ConcurrentHashMap<>();

    Listing(WholeList messages, ServerClock clock, Waits waits) {
        this.messages = messages;
        this.clock = clock;
        this.waits = waits;
    }

    /** A search begins. */
    void enter() {
        open.incrementAndGet();
    }

    /** A search ends. */
    void leave() {
        if (open.decrementAndGet() == 0) {
            shared.clear();
        }
    }

    /** Messages among which the one searched for is, if it is there; asked for after this call, and all from its sender. */
    CompletableFuture<Collection<Sms>> around(Search search) {
        return open.get() <= FEW
                ? read(search.query(clock))
                : shared.computeIfAbsent(search.sms().sender(), this::sharedBy).join(search.askedSince(clock));
    }

    private SharedList sharedBy(Sender sender) {
        return new SharedList((Instant since) -> read(Search.shared(sender, since)), waits);
    }

    private CompletableFuture<Collection<Sms>> read(SmsQuery query) {
        return messages.of(query).thenApply(Map::values);
    }
}
