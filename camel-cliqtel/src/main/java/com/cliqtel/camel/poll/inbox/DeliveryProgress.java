/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.poll.inbox.InboxPosition.Delivered;

/**
 * The messages of an inbox that have been delivered, that are being delivered, and that are known and not delivered yet. The
 * position doesn't move past the last group. Thread-safe.
 */
final class DeliveryProgress {

    // `since` may mean after or from, and its resolution is a second
    static final Duration RESOLUTION = Duration.ofSeconds(2);
    private static final Duration DEEP = Duration.ofHours(24);
    private static final Duration BETWEEN_DEEP_SCANS = Duration.ofHours(1);

    private final InboxTopic topic;
    private final Duration overlap;
    private final InboxPosition position;
    private final Map<Long, NewMessage> inDelivery = new HashMap<>();
    private final Map<Long, Instant> undelivered = new HashMap<>();
    private boolean changed;
    private long leftOut;

    DeliveryProgress(InboxTopic topic, Duration overlap, InboxPosition position, boolean isNew) {
        this.topic = topic;
        this.overlap = overlap;
        this.position = position;
        this.changed = isNew;
    }

    /** Whether it is time to read a whole day again. */
    synchronized boolean isDeepScanDue(Instant now) {
        return position.deepScanned()
                .map(last -> !now.isBefore(last.plus(BETWEEN_DEEP_SCANS)))
                .orElse(true);
    }

    synchronized void deepScanned(Instant now) {
        position.deepScanned(now);
        changed = true;
    }

    /** Since when to list; null for everything there is. */
    synchronized Instant since(boolean deep) {
        Instant earliest = position.cursor().orElse(null);
        if (earliest == null) {
            return null;
        }
        earliest = deep ? earliest.minus(DEEP) : earliest;
        for (Instant created : undelivered.values()) {
            earliest = created.isBefore(earliest) ? created : earliest;
        }
        Instant since = earliest.minus(overlap).minus(RESOLUTION);
        Instant start = position.start().map(time -> time.minus(RESOLUTION)).orElse(since);
        return since.isBefore(start) ? start : since;
    }

    /** What is new of a message that a list shows; empty where nothing is. */
    synchronized Optional<NewMessage> look(Sms sms, Instant seenAt) {
        Instant created = sms.createdAt() == null ? seenAt : sms.createdAt().toInstant();
        String state = topic.stateOf(sms);
        long id = sms.id();
        if (!position.covers(created) || position.hasDelivered(id, state) || inDelivery.containsKey(id)) {
            return Optional.empty();
        }
        boolean statuses = topic.delivers(state);
        if (!statuses || !position.knows(id) && !topic.deliversFirst(state)) {
            leftOut += statuses ? 0 : 1;
            deliver(id, created, state);
            return Optional.empty();
        }
        return Optional.of(new NewMessage(sms, state, created, seenAt));
    }

    /**
     * A list has been read, and nothing of it stayed hidden.
     *
     * @param messages the new messages in it, which will be delivered
     * @param reached everything made up to then was in it; empty where there was nothing
     */
    synchronized void readWhole(Collection<NewMessage> messages, Optional<Instant> reached) {
        // a message that no longer exists can't be delivered
        undelivered.keySet().retainAll(inDelivery.keySet());
        readPart(messages);
        reached.ifPresent(time -> {
            Instant delivered =
                    undelivered.values().stream().min(Instant::compareTo).orElse(time);
            changed |= position.moveTo(delivered.isBefore(time) ? delivered : time);
        });
    }

    /** Notes a part of a list. Messages that it doesn't show may exist. */
    synchronized void readPart(Collection<NewMessage> messages) {
        messages.forEach(each -> undelivered.put(each.id(), each.created()));
    }

    synchronized void delivering(NewMessage message) {
        inDelivery.put(message.id(), message);
    }

    synchronized void delivered(NewMessage message) {
        inDelivery.remove(message.id());
        undelivered.remove(message.id());
        deliver(message.id(), message.created(), message.state());
    }

    /** Notes that the delivery was not made. */
    synchronized void returned(NewMessage message) {
        inDelivery.remove(message.id());
    }

    /** Messages from before a time that have not come to their end. */
    synchronized Map<Long, Delivered> followed(Instant before, Instant now) {
        Map<Long, Delivered> followed = new HashMap<>();
        position.delivered().forEach((id, last) -> {
            if (last.isBefore(before) && !inDelivery.containsKey(id) && InboxPosition.isFollowed(last, topic, now)) {
                followed.put(id, last);
            }
        });
        return followed;
    }

    /** The message is not there any more. */
    synchronized void gone(long id) {
        position.forget(id);
        changed = true;
    }

    /**
     * Forgets what is not needed any more, and writes the position if it has changed.
     *
     * @return how many messages were given up before they came to their end
     */
    synchronized int save(Instant now, Consumer<InboxPosition> writing) {
        if (!changed) {
            return 0;
        }
        int givenUp = position.forget(topic, DEEP.plus(overlap).plus(RESOLUTION.multipliedBy(2)), now);
        writing.accept(position);
        changed = false;
        return givenUp;
    }

    private void deliver(long id, Instant created, String state) {
        position.deliver(id, created, state);
        changed = true;
    }

    /** The number of status changes so far that the topic leaves out. */
    synchronized long leftOut() {
        return leftOut;
    }

    synchronized Optional<Instant> cursor() {
        return position.cursor();
    }

    /** The time it has come to, and numbers. */
    @Override
    public synchronized String toString() {
        return "cursor=" + position.cursor().map(Instant::toString).orElse("-") + ", delivered="
                + position.delivered().size() + ", undelivered=" + undelivered.size();
    }
}
