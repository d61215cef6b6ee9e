/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** The messages in the order of their ids, which run on from the first one without a gap. Guarded by the account. */
final class MessageStore {

    private final long firstId;
    private final List<Message> messages = new ArrayList<>();

    MessageStore(long firstId) {
        this.firstId = firstId;
    }

    Message add(LongFunction<Message> newMessage) {
        Message message = newMessage.apply(firstId + messages.size());
        messages.add(message);
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

    List<Message> newestFirst(Predicate<Message> filter) {
        List<Message> found = new ArrayList<>();
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (filter.test(messages.get(i))) {
                found.add(messages.get(i));
            }
        }
        return found;
    }
}
