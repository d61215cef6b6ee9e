/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** The messages by their ids, and by their times. Guarded by the account. */
final class MessageStore {

    private final int most;
    private final ListLag lag;
    // in the order of the ids, for they come so
    private final Map<Long, Kept> byId = new LinkedHashMap<>();
    private final NavigableMap<Moment, Kept> byTime = new TreeMap<>();
    private long nextId;

    MessageStore(int most, long nextId, ListLag lag) {
        this.most = most;
        this.nextId = nextId;
        this.lag = lag;
    }

    /** A new one. */
    Message add(Instant now, LongFunction<Message> newMessage) {
        Message message = newMessage.apply(nextId++);
        keep(new Kept(message, now.plus(lag.of(message.id()))));
        return message;
    }

    /** One that there was before, with an id above those that are there. */
    void restore(Message message) {
        keep(new Kept(message, message.createdAt().plus(lag.of(message.id()))));
    }

    /** Forgets the oldest, if there are too many; gives its id. */
    Optional<Long> forgetOldest() {
        if (byId.size() <= most) {
            return Optional.empty();
        }
        Message oldest = byId.values().iterator().next().message();
        delete(oldest);
        return Optional.of(oldest.id());
    }

    long nextId() {
        return nextId;
    }

    void replace(Message message) {
        keep(new Kept(message, byId.get(message.id()).shownFrom()));
    }

    Optional<Message> find(long id) {
        return Optional.ofNullable(byId.get(id)).map(Kept::message);
    }

    void delete(Message message) {
        byId.remove(message.id());
        byTime.remove(Moment.of(message));
    }

    List<Message> oldestFirst() {
        return byId.values().stream().map(Kept::message).toList();
    }

    /** Those of after a time that lists show now. */
    List<Message> newestFirst(Instant after, Predicate<Message> which, Instant now) {
        List<Message> found = new ArrayList<>();
        // a client that asks for what is new does not make this go through what is old
        Moment oldest = new Moment(after, Long.MAX_VALUE);
        for (Kept kept : byTime.tailMap(oldest, false).descendingMap().values()) {
            if (!kept.shownFrom().isAfter(now) && which.test(kept.message())) {
                found.add(kept.message());
            }
        }
        return found;
    }

    private void keep(Kept kept) {
        byId.put(kept.message().id(), kept);
        byTime.put(Moment.of(kept.message()), kept);
    }

    /** A message, and since when lists show it. */
    private record Kept(Message message, Instant shownFrom) {}

    /** When a message was created; of one second, those with smaller ids first. */
    private record Moment(Instant createdAt, long id) implements Comparable<Moment> {

        static Moment of(Message message) {
            return new Moment(message.createdAt(), message.id());
        }

        @Override
        public int compareTo(Moment other) {
            int times = createdAt.compareTo(other.createdAt);
            return times == 0 ? Long.compare(id, other.id) : times;
        }
    }
}
