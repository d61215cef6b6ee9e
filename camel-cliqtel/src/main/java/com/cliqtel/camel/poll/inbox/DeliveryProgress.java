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
import com.cliqtel.camel.poll.inbox.InboxPosition.Told;

/**
 * What a reader has been told, what is being told, and what it knows of and was not told yet: the last holds the position
 * back. Thread-safe.
 */
final class DeliveryProgress {

    // `since` may mean after or from, and its resolution is a second
    static final Duration RESOLUTION = Duration.ofSeconds(2);
    private static final Duration DEEP = Duration.ofHours(24);
    private static final Duration BETWEEN_DEEP_SCANS = Duration.ofHours(1);

    private final InboxTopic topic;
    private final Duration overlap;
    private final InboxPosition position;
    private final Map<Long, NewMessage> beingTold = new HashMap<>();
    private final Map<Long, Instant> untold = new HashMap<>();
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
        for (Instant created : untold.values()) {
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
        if (!position.covers(created) || position.hasTold(id, state) || beingTold.containsKey(id)) {
            return Optional.empty();
        }
        boolean wanted = topic.tells(state);
        if (!wanted || !position.knows(id) && !topic.tellsFirst(state)) {
            leftOut += wanted ? 0 : 1;
            tell(id, created, state);
            return Optional.empty();
        }
        return Optional.of(new NewMessage(sms, state, created, seenAt));
    }

    /**
     * A list has been read, and nothing of it stayed hidden.
     *
     * @param message what was new in it, and will be told
     * @param reached everything made up to then was in it; empty where there was nothing
     */
    synchronized void readWhole(Collection<NewMessage> messages, Optional<Instant> reached) {
        // what is not there any more cannot be told
        untold.keySet().retainAll(beingTold.keySet());
        readPart(messages);
        reached.ifPresent(time -> {
            Instant told = untold.values().stream().min(Instant::compareTo).orElse(time);
            changed |= position.moveTo(told.isBefore(time) ? told : time);
        });
    }

    /** Some of a list has been read: it says nothing of what it did not show. */
    synchronized void readPart(Collection<NewMessage> messages) {
        messages.forEach(each -> untold.put(each.id(), each.created()));
    }

    synchronized void telling(NewMessage message) {
        beingTold.put(message.id(), message);
    }

    synchronized void told(NewMessage message) {
        beingTold.remove(message.id());
        untold.remove(message.id());
        tell(message.id(), message.created(), message.state());
    }

    /** Its reader has not been told after all. */
    synchronized void givenBack(NewMessage message) {
        beingTold.remove(message.id());
    }

    /** Messages from before a time that have not come to their end. */
    synchronized Map<Long, Told> followed(Instant before, Instant now) {
        Map<Long, Told> followed = new HashMap<>();
        position.told().forEach((id, last) -> {
            if (last.isBefore(before) && !beingTold.containsKey(id) && InboxPosition.isFollowed(last, topic, now)) {
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

    private void tell(long id, Instant created, String state) {
        position.tell(id, created, state);
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
        return "cursor=" + position.cursor().map(Instant::toString).orElse("-") + ", told="
                + position.told().size() + ", untold=" + untold.size();
    }
}
