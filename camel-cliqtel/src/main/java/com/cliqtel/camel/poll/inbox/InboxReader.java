/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.cliqtel.camel.client.CompleteList;
import com.cliqtel.camel.client.CompleteListResult;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.poll.inbox.InboxPosition.Delivered;
import com.cliqtel.camel.wire.Answer;

/**
 * Reads new messages: all messages since a little before the position, sometimes since a day before it, and older ones that
 * are still followed. Not thread-safe.
 */
final class InboxReader {

    /** The most messages held in memory; of a longer list, the oldest. */
    static final int MAX_NEWS = 20_000;

    // more messages than this are requested by one list and not one by one
    private static final int FEW = 20;

    private final MessageSource source;
    private final CompleteList list;
    private final InboxTopic topic;
    private final InboxIncidents incidents;
    private final OldMessageSchedule stragglers = new OldMessageSchedule();

    InboxReader(MessageSource source, InboxTopic topic, InboxIncidents incidents) {
        this.source = source;
        this.list = new CompleteList(source.api());
        this.topic = topic;
        this.incidents = incidents;
    }

    /**
     * Returns the new messages, oldest first.
     *
     * @throws CliqtelException when the list can't be read; nothing is missed by that
     */
    List<NewMessage> read(DeliveryProgress progress) {
        Instant before = source.now();
        boolean deep = progress.isDeepScanDue(before);
        Instant since = progress.since(deep);
        ListScan scan = new ListScan(progress, before);
        CompleteListResult listed = MessageSource.await(list.read(topic.query(since), scan));
        Instant now = Objects.requireNonNullElseGet(listed.date(), source::now);
        List<NewMessage> found = found(progress, listed.messages(), now);
        if (listed.isPart()) {
            incidents.hidden(listed.shown(), listed.total());
            progress.readPart(found);
        } else {
            progress.readWhole(found, reached(scan, found, now));
            if (deep) {
                progress.deepScanned(now);
            }
        }
        return since == null ? found : withStragglers(found, progress, since, now);
    }

    private static List<NewMessage> found(DeliveryProgress progress, Collection<Sms> messages, Instant now) {
        return messages.stream()
                .flatMap(sms -> progress.look(sms, now).stream())
                .sorted(NewMessage.OLDEST_FIRST)
                .limit(MAX_NEWS)
                .toList();
    }

    // a message from the future must not carry the position past what is still to come
    private static Optional<Instant> reached(ListScan scan, List<NewMessage> found, Instant now) {
        Optional<Instant> newest = found.size() < MAX_NEWS
                ? scan.newest()
                : Optional.of(found.get(found.size() - 1).created());
        return newest.map(time -> time.isAfter(now) ? now : time);
    }

    private List<NewMessage> withStragglers(
            List<NewMessage> found, DeliveryProgress progress, Instant since, Instant now) {
        Map<Long, Delivered> followed = progress.followed(since, now);
        List<Long> due = stragglers.due(followed, now);
        if (due.isEmpty()) {
            return found;
        }
        List<NewMessage> late = due.size() > FEW ? listed(followed, due.get(0), progress, now) : asked(due, progress);
        // a changed message stays due until it is delivered
        Set<Long> changed = late.stream().map(NewMessage::id).collect(Collectors.toSet());
        due.stream().filter(id -> !changed.contains(id)).forEach(id -> stragglers.look(id, now));
        return Stream.concat(late.stream(), found.stream())
                .sorted(NewMessage.OLDEST_FIRST)
                .toList();
    }

    // other messages in the list may have been delivered and forgotten
    private List<NewMessage> listed(
            Map<Long, Delivered> followed, long oldest, DeliveryProgress progress, Instant now) {
        Instant since = Instant.ofEpochSecond(followed.get(oldest).second()).minus(DeliveryProgress.RESOLUTION);
        ListScan scan = new ListScan(progress, now);
        CompleteListResult listed = MessageSource.await(
                list.read(topic.query(since), sms -> followed.containsKey(sms.id()) && scan.test(sms)));
        return found(progress, listed.messages(), now);
    }

    private List<NewMessage> asked(List<Long> due, DeliveryProgress progress) {
        return due.stream().flatMap(id -> asked(id, progress).stream()).toList();
    }

    private Optional<NewMessage> asked(long id, DeliveryProgress progress) {
        try {
            Optional<Answer<Sms>> answer = source.get(id);
            if (answer.isEmpty()) {
                progress.gone(id);
            }
            return answer.flatMap(
                    known -> progress.look(known.value(), Objects.requireNonNullElseGet(known.date(), source::now)));
        } catch (CliqtelUnavailableException failure) {
            // one unreadable message must not delay all others
            if (failure.getCode().equals(ErrorCode.UNREADABLE_ANSWER)) {
                incidents.unreadable(id);
                return Optional.empty();
            }
            throw failure;
        }
    }
}
