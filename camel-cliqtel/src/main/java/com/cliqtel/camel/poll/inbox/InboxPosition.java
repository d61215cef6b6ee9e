/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far reading has come: a cursor, and the messages around and after it of which the reader has been told. Not
 * thread-safe.
 */
final class InboxPosition {

    /** The most messages that are followed behind the cursor; above that, the oldest are given up. */
    static final int MAX_FOLLOWED = 100_000;

    private final Instant start;
    private final Map<Long, Delivered> delivered;
    private Instant cursor;
    private Instant deepScanned;

    /**
     * What the reader has been told of a message.
     *
     * @param second when the message was made, in seconds since 1970
     * @param state the last state
     */
    record Delivered(long second, String state) {

        boolean isBefore(Instant time) {
            return second < time.getEpochSecond();
        }
    }

    /**
     * @param start nothing made before it is read; null for everything
     * @param cursor everything made up to it has been read; null for nothing
     * @param deepScanned when a whole day was last read again; null for never
     */
    InboxPosition(Instant start, Instant cursor, Instant deepScanned, Map<Long, Delivered> delivered) {
        this.start = start;
        this.cursor = cursor;
        this.deepScanned = deepScanned;
        this.delivered = new HashMap<>(delivered);
    }

    static InboxPosition startingAt(Instant start) {
        return new InboxPosition(start, start, null, Map.of());
    }

    Optional<Instant> start() {
        return Optional.ofNullable(start);
    }

    Optional<Instant> cursor() {
        return Optional.ofNullable(cursor);
    }

    Optional<Instant> deepScanned() {
        return Optional.ofNullable(deepScanned);
    }

    void deepScanned(Instant now) {
        deepScanned = now;
    }

    Map<Long, Delivered> delivered() {
        return delivered;
    }

    /** Whether messages made then are read at all. */
    boolean covers(Instant created) {
        return start == null || !created.isBefore(start);
    }

    boolean hasDelivered(long id, String state) {
        Delivered last = delivered.get(id);
        return last != null && last.state.equals(state);
    }

    boolean knows(long id) {
        return delivered.containsKey(id);
    }

    void forget(long id) {
        delivered.remove(id);
    }

    void deliver(long id, Instant created, String state) {
        delivered.put(id, new Delivered(created.getEpochSecond(), state));
    }

    /** Whether that moved it: it never goes back. */
    boolean moveTo(Instant to) {
        boolean further = cursor == null || to.isAfter(cursor);
        if (further) {
            cursor = to;
        }
        return further;
    }

    /**
     * Forgets what no list that is read from now on can show again.
     *
     * @return how many of the forgotten had not come to their end
     */
    int forget(InboxTopic topic, Duration reach, Instant now) {
        if (cursor == null) {
            return 0;
        }
        Instant oldest = cursor.minus(reach);
        List<Delivered> old = delivered.values().stream()
                .filter(last -> last.isBefore(oldest))
                .toList();
        long newest = old.stream()
                .filter(last -> isFollowed(last, topic, now))
                .map(Delivered::second)
                .sorted(Comparator.reverseOrder())
                .skip(MAX_FOLLOWED)
                .findFirst()
                .orElse(Long.MIN_VALUE);
        Set<Delivered> forgotten = old.stream()
                .filter(last -> last.second <= newest || !isFollowed(last, topic, now))
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
        delivered.values().removeIf(forgotten::contains);
        return (int) forgotten.stream()
                .filter(last -> topic.followedFor(last.state).isPresent())
                .count();
    }

    /** Whether the message is still looked at, wherever the cursor is. */
    static boolean isFollowed(Delivered last, InboxTopic topic, Instant now) {
        return topic.followedFor(last.state)
                .map(time -> !last.isBefore(now.minus(time)))
                .orElse(false);
    }
}
