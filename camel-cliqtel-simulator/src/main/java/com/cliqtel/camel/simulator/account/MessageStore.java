/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * The messages by their ids, which run on from the first one without a gap, and by their times. Guarded by the account.
 *
 * <p>What stands at an index: a message, or null where it was deleted; since when lists show it.
 */
final class MessageStore {

    private final long firstId;
    private final ListLag lag;
    private final List<Message> messages = new ArrayList<>();
    private final List<Instant> shownFrom = new ArrayList<>();

    /** Indexes, without those of deleted messages; the oldest first, those of one second in the order of their ids. */
    private final List<Integer> byTime = new ArrayList<>();

    MessageStore(long firstId, ListLag lag) {
        this.firstId = firstId;
        this.lag = lag;
    }

    Message add(Instant now, LongFunction<Message> newMessage) {
        int index = messages.size();
        Message message = newMessage.apply(firstId + index);
        // nearly always the end, where nothing has to move
        byTime.add(firstAfter(message.createdAt()), index);
        messages.add(message);
        shownFrom.add(now.plus(lag.of(message.id())));
        return message;
    }

    long nextId() {
        return firstId + messages.size();
    }

    void replace(Message message) {
        messages.set(index(message.id()), message);
    }

    Optional<Message> find(long id) {
        return id < firstId || id - firstId >= messages.size()
                ? Optional.empty()
                : Optional.ofNullable(messages.get(index(id)));
    }

    void delete(Message message) {
        int index = index(message.id());
        byTime.remove(Integer.valueOf(index));
        messages.set(index, null);
    }

    List<Message> oldestFirst() {
        return messages.stream().filter(Objects::nonNull).toList();
    }

    /** Those of after a time that lists show now. */
    List<Message> newestFirst(Instant after, Predicate<Message> which, Instant now) {
        List<Message> found = new ArrayList<>();
        // a client that asks for what is new does not make this go through what is old
        int oldest = firstAfter(after);
        for (int i = byTime.size() - 1; i >= oldest; i--) {
            int index = byTime.get(i);
            Message message = messages.get(index);
            if (!shownFrom.get(index).isAfter(now) && which.test(message)) {
                found.add(message);
            }
        }
        return found;
    }

    private int index(long id) {
        return (int) (id - firstId);
    }

    private int firstAfter(Instant instant) {
        int low = 0;
        int high = byTime.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean after = messages.get(byTime.get(middle)).createdAt().isAfter(instant);
            low = after ? low : middle + 1;
            high = after ? middle : high;
        }
        return low;
    }
}
