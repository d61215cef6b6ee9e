/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** The messages in the order of their ids, which run on from the first one without a gap. Guarded by the account. */
final class MessageStore {

    private final long firstId;
    private final ListLag lag;
    private final List<Message> messages = new ArrayList<>();
    private final List<Instant> shownFrom = new ArrayList<>();
    private final Set<Long> deleted = new HashSet<>();

    MessageStore(long firstId, ListLag lag) {
        this.firstId = firstId;
        this.lag = lag;
    }

    Message add(Instant now, LongFunction<Message> newMessage) {
        Message message = newMessage.apply(firstId + messages.size());
        messages.add(message);
        shownFrom.add(now.plus(lag.of(message.id())));
        return message;
    }

    void replace(Message message) {
        messages.set((int) (message.id() - firstId), message);
    }

    Optional<Message> find(long id) {
        return id < firstId || id - firstId >= messages.size() || deleted.contains(id)
                ? Optional.empty()
                : Optional.of(messages.get((int) (id - firstId)));
    }

    void delete(long id) {
        deleted.add(id);
    }

    List<Message> oldestFirst() {
        return messages.stream()
                .filter(message -> !deleted.contains(message.id()))
                .toList();
    }

    /** Those of after a time that lists show now. */
    List<Message> newestFirst(Instant after, Predicate<Message> which, Instant now) {
        List<Message> found = new ArrayList<>();
        // times ascend with the ids, so a client that asks for what is new does not make this go through what is old
        int oldest = firstAfter(messages, Message::createdAt, after);
        for (int i = messages.size() - 1; i >= oldest; i--) {
            Message message = messages.get(i);
            if (!shownFrom.get(i).isAfter(now) && !deleted.contains(message.id()) && which.test(message)) {
                found.add(message);
            }
        }
        return found;
    }

    private static <T> int firstAfter(List<T> ascending, Function<T, Instant> time, Instant instant) {
        int low = 0;
        int high = ascending.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean after = time.apply(ascending.get(middle)).isAfter(instant);
            low = after ? low : middle + 1;
            high = after ? middle : high;
        }
        return low;
    }
}
