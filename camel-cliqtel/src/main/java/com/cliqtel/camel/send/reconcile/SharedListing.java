/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.model.Sms;

/**
 * One list for many searches. Searches that come while a list is being read share the next one. Each search continues on a
 * worker of its own, since its next step may take long. Thread-safe.
 */
final class SharedListing {

    private final Function<Instant, CompletableFuture<Collection<Sms>>> reading;
    private final TimedWaits waits;
    private final Object lock = new Object();
    private CompletableFuture<Collection<Sms>> gathering;
    private Instant since;
    private boolean busy;

    /** @param reading reads the list of all messages since a time */
    SharedListing(Function<Instant, CompletableFuture<Collection<Sms>>> reading, TimedWaits waits) {
        this.reading = reading;
        this.waits = waits;
    }

    /** Returns the messages since a time. They are requested after this call. */
    CompletableFuture<Collection<Sms>> join(Instant wanted) {
        CompletableFuture<Collection<Sms>> mine;
        synchronized (lock) {
            if (gathering == null) {
                gathering = new CompletableFuture<>();
                since = wanted;
            }
            since = wanted.isBefore(since) ? wanted : since;
            mine = waits.withWorker(gathering.copy());
        }
        read();
        return mine;
    }

    private void read() {
        CompletableFuture<Collection<Sms>> batch;
        Instant start;
        synchronized (lock) {
            if (busy || gathering == null) {
                return;
            }
            busy = true;
            batch = gathering;
            start = since;
            gathering = null;
        }
        reading.apply(start).whenComplete((found, failure) -> readFor(batch, found, failure));
    }

    // a worker begins the next list; begun here, each list would be read before the one before it has ended
    private void readFor(CompletableFuture<Collection<Sms>> batch, Collection<Sms> found, Throwable failure) {
        if (failure == null) {
            batch.complete(found);
        } else {
            batch.completeExceptionally(failure);
        }
        synchronized (lock) {
            busy = false;
        }
        waits.withWorker(CompletableFuture.completedFuture(null)).whenComplete((now, ending) -> read());
    }
}
