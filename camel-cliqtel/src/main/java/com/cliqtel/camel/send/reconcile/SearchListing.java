/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.cliqtel.camel.client.CompleteList;
import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.wire.SmsQuery;

/**
 * Reads the lists of messages for searches. While few searches are open, each reads the messages to its own recipient. If
 * there are more, the waiting searches share a list of all messages, so that many faults at the same time don't use up the
 * quota. Thread-safe.
 */
final class SearchListing {

    private static final int FEW = 5;

    private final CompleteList messages;
    private final ServerClock clock;
    private final TimedWaits waits;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<Optional<Long>, SharedListing> shared = new ConcurrentHashMap<>();

    SearchListing(CompleteList messages, ServerClock clock, TimedWaits waits) {
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

    /** Returns whether searches share lists now, so that each reads all messages. */
    boolean isShared() {
        return open.get() > FEW;
    }

    /**
     * Returns the messages with the sender and the recipient as they were sent, or all messages. The request is made after this
     * call.
     */
    CompletableFuture<Collection<Sms>> around(MessageSearch search) {
        return isShared() ? shared(search) : toRecipient(search);
    }

    /** Returns the messages with the sender and the recipient as they were sent. */
    CompletableFuture<Collection<Sms>> toRecipient(MessageSearch search) {
        return read(search.query(clock));
    }

    /** Returns all messages, in a list that is shared with other searches. */
    CompletableFuture<Collection<Sms>> shared(MessageSearch search) {
        return shared.computeIfAbsent(search.senderId(), this::sharedBy).join(search.earliest(clock));
    }

    /** Returns all messages that may include this SMS, in any spelling of its numbers. */
    CompletableFuture<Collection<Sms>> all(MessageSearch search) {
        return read(MessageSearch.all(search.senderId(), search.earliest(clock)));
    }

    private SharedListing sharedBy(Optional<Long> senderId) {
        return new SharedListing((Instant since) -> read(MessageSearch.all(senderId, since)), waits);
    }

    private CompletableFuture<Collection<Sms>> read(SmsQuery query) {
        return messages.of(query).thenApply(Map::values);
    }
}
