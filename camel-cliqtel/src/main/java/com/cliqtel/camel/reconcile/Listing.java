/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.client.WholeList;
import com.cliqtel.camel.model.Sms;

/**
 * Asks for the messages among which searches look: one list for each search while few are open, and above that one for all
 * that have come together meanwhile, so that a storm of faults doesn't use the quota up. Thread-safe.
 */
final class Listing {

    private static final int FEW = 5;

    private final WholeList messages;
    private final ServerClock clock;
    private final AtomicInteger open = new AtomicInteger();
    private final Batches batches = new Batches();

    Listing(WholeList messages, ServerClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** A search begins. */
    void enter() {
        open.incrementAndGet();
    }

    /** A search ends. */
    void leave() {
        open.decrementAndGet();
    }

    /** Messages among which the one searched for is, if it is there; asked for after this call. */
    CompletableFuture<Collection<Sms>> around(Search search) {
        return open.get() <= FEW
                ? messages.of(search.query(clock)).thenApply(found -> found.values())
                : batches.join(search.askedSince(clock));
    }

    /** Lists shared by many: one is being read, and one gathers those who came too late for it. */
    private final class Batches {

        private final Object lock = new Object();
        private CompletableFuture<Collection<Sms>> gathering;
        private Instant since;
        private boolean reading;

        CompletableFuture<Collection<Sms>> join(Instant wanted) {
            CompletableFuture<Collection<Sms>> mine;
            synchronized (lock) {
                if (gathering == null) {
                    gathering = new CompletableFuture<>();
                    since = wanted;
                }
                since = wanted.isBefore(since) ? wanted : since;
                mine = gathering;
            }
            read();
            return mine;
        }

        private void read() {
            CompletableFuture<Collection<Sms>> batch;
            Instant start;
            synchronized (lock) {
                if (reading || gathering == null) {
                    return;
                }
                reading = true;
                batch = gathering;
                start = since;
                gathering = null;
            }
            messages.of(Search.shared(start)).whenComplete((found, failure) -> {
                synchronized (lock) {
                    reading = false;
                }
                read();
                if (failure == null) {
                    batch.complete(found.values());
                } else {
                    batch.completeExceptionally(failure);
                }
            });
        }
    }
}
