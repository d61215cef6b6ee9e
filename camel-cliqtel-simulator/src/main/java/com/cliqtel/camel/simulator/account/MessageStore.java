/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/** The messages in the order of their ids, which run on from the first one without a gap. Guarded by the account. */
final class MessageStore {

    private final long firstId;
    private final List<Message> messages = new ArrayList<>();
    private final List<Instant> added = new ArrayList<>();

    MessageStore(long firstId) {
        this.firstId = firstId;
    }

    Message add(Instant now, LongFunction<Message> newMessage) {
        Message message = newMessage.apply(firstId + messages.size());
        messages.add(message);
        added.add(now);
        return message;
    }

    void replace(Message message) {
        messages.set((int) (message.id() - firstId), message);
    }

    Optional<Message> find(long id) {
        return id < firstId || id - firstId >= messages.size()
                ? Optional.empty()
                : Optional.of(messages.get((int) (id - firstId)));
    }

    List<Message> oldestFirst() {
        return List.copyOf(messages);
    }

    /** Those that had been added by then. */
    List<Message> newestFirst(ListQuery query, Instant then) {
        List<Message> found = new ArrayList<>();
        // times ascend with the ids, so a client that asks for what is new does not make this go through what is old
        int oldest = firstAfter(messages, Message::createdAt, query.after());
        for (int i = firstAfter(added, Function.identity(), then) - 1; i >= oldest; i--) {
            if (query.which().test(messages.get(i))) {
                found.add(messages.get(i));
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
