/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.poll.inbox.Inbox;
import com.cliqtel.camel.poll.inbox.InboxSettings;
import com.cliqtel.camel.poll.inbox.InboxTopic;
import com.cliqtel.camel.poll.inbox.MessageSource;

/**
 * The polling consumers of a context. Messages of one reader go to one route, since two routes would take messages from each
 * other. Any number of callers that request single messages may share a reader. Thread-safe.
 */
public final class InboxRegistry {

    private final Map<Key, Open> open = new HashMap<>();

    private record Key(Ledger ledger, String name) {}

    private record Open(Inbox inbox, int sharers) {}

    /**
     * What somebody wants to read.
     *
     * @param source where to ask
     * @param topic what is read
     * @param settings how
     * @param books where it is kept what was read
     */
    public record Wanted(MessageSource source, InboxTopic topic, InboxSettings settings, Inbox.Books books) {

        private Key key() {
            return new Key(books.ledger(), books.name(topic));
        }

        private Inbox open() {
            InboxLog log = new InboxLog(books.name(topic));
            if (books.ledger() instanceof MemoryLedger) {
                log.forgetful();
            }
            return new Inbox(source, topic, settings, books, log);
        }

        private IllegalStateException taken() {
            return new IllegalStateException("cliqtel:" + topic.purpose() + " is polled twice here for "
                    + (topic.numberId() == null ? "all numbers" : "number " + topic.numberId())
                    + ", so that each would take messages from the other: poll once, and multicast");
        }
    }

    /** @throws IllegalStateException when somebody in this context reads the same already */
    public synchronized InboxLease alone(Wanted wanted) {
        if (open.containsKey(wanted.key())) {
            throw wanted.taken();
        }
        open.put(wanted.key(), new Open(wanted.open(), 0));
        return reading(wanted.key());
    }

    /**
     * With all who share it, as the first of them wanted to read it.
     *
     * @throws IllegalStateException when a route in this context reads the same already
     */
    public synchronized InboxLease shared(Wanted wanted) {
        Open known = open.get(wanted.key());
        if (known != null && known.sharers() == 0) {
            throw wanted.taken();
        }
        open.put(
                wanted.key(),
                known == null ? new Open(wanted.open(), 1) : new Open(known.inbox(), known.sharers() + 1));
        return reading(wanted.key());
    }

    private InboxLease reading(Key key) {
        AtomicBoolean left = new AtomicBoolean();
        return new InboxLease(open.get(key).inbox(), () -> {
            // once, however often it is closed: a second time would be another one's
            if (left.compareAndSet(false, true)) {
                leave(key);
            }
        });
    }

    private synchronized void leave(Key key) {
        open.computeIfPresent(
                key, (same, known) -> known.sharers() > 1 ? new Open(known.inbox(), known.sharers() - 1) : null);
    }
}
