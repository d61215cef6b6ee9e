/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessageStoreTest {

    private static final Instant START = Instant.parse("2026-04-03T10:15:30Z");
    private static final AccountNumber NUMBER = new AccountNumber(11, "+16625163513", "US", "local", true, true);

    private static Message add(MessageStore store, Instant now, Instant createdAt) {
        return store.add(now, id -> Message.inbound(id, NUMBER, "4711", "text", createdAt));
    }

    @Test
    void listsNewMessagesWithoutReadingOldOnes() {
        MessageStore store = new MessageStore(Integer.MAX_VALUE, 1, ListLag.upTo(Duration.ofMinutes(2), 7));
        for (int i = 0; i < 200_000; i++) {
            Instant now = START.plusSeconds(i);
            // one in a hundred was at the carrier's for a while
            add(store, now, i % 100 == 0 ? now.minusSeconds(i % 77) : now);
        }
        Instant now = START.plusSeconds(200_000);
        AtomicInteger looks = new AtomicInteger();

        List<Message> found = store.newestFirst(now.minusSeconds(122), message -> looks.incrementAndGet() > 0, now);

        assertThat(found).hasSizeBetween(30, 122).isSortedAccordingTo((a, b) -> b.createdAt()
                .compareTo(a.createdAt()));
        assertThat(looks).hasValueLessThanOrEqualTo(122);
    }

    @Test
    void keepsIdsAndTimesApart() {
        MessageStore store = new MessageStore(Integer.MAX_VALUE, 42, ListLag.NONE);
        Message first = add(store, START, START);
        Message earlier = add(store, START, START.minusSeconds(5));
        Message same = add(store, START, START.minusSeconds(5));
        store.delete(first);
        store.replace(earlier.changed(Status.FAILED, START));

        assertThat(store.find(42)).isEmpty();
        assertThat(store.find(41)).isEmpty();
        assertThat(store.find(45)).isEmpty();
        assertThat(store.oldestFirst()).extracting(Message::id).containsExactly(43L, 44L);
        assertThat(store.newestFirst(Instant.MIN, message -> true, START))
                .containsExactly(same, earlier.changed(Status.FAILED, START));
    }
}
