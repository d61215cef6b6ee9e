/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.once;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.cliqtel.camel.model.DeliveryStatus;
import com.cliqtel.camel.model.StatusUpdate;

/**
 * The progress of a message, by the reports that the route has processed.
 *
 * <p>A higher rank is further, whatever the times are: {@code delivered} isn't replaced by {@code sent}, whichever of the two
 * arrives first. Among equal ranks, and for a status without a rank, the later {@code updated_at} is further.
 *
 * @param rank the highest rank of a status; -1 when none had one
 * @param time the latest {@code updated_at} of that rank; empty if no report had one
 * @param unranked the latest {@code updated_at} of a status without a rank; empty if no report had one
 * @param events the beginnings of the identities of the reports that were processed, the newest {@value #MOST} of them
 */
record MessageProgress(int rank, Optional<Instant> time, Optional<Instant> unranked, List<String> events) {

    static final int MOST = 100;

    private static final String NONE = "-";
    private static final int UNRANKED = -1;
    private static final int WORDS = 3;
    // enough to tell the reports of one message apart
    private static final int SHORT = 20;

    static MessageProgress nothing() {
        return new MessageProgress(UNRANKED, Optional.empty(), Optional.empty(), List.of());
    }

    /** Returns whether this report was processed. */
    boolean includes(String event) {
        return events.contains(shortened(event));
    }

    private static String shortened(String event) {
        return event.substring(0, Math.min(SHORT, event.length()));
    }

    private static MessageProgress in(StatusUpdate report) {
        int rank = Optional.ofNullable(report.status())
                .map(DeliveryStatus::rank)
                .map(known -> known.orElse(UNRANKED))
                .orElse(UNRANKED);
        Optional<Instant> at = Optional.ofNullable(report.updatedAt()).map(updated -> updated.toInstant());
        return rank == UNRANKED
                ? new MessageProgress(UNRANKED, Optional.empty(), at, List.of())
                : new MessageProgress(rank, at, Optional.empty(), List.of());
    }

    /** Returns whether a report shows a status before the current one. */
    boolean makesStale(StatusUpdate report) {
        MessageProgress then = in(report);
        if (then.rank == UNRANKED) {
            return isBefore(then.unranked, unranked) || isBefore(then.unranked, time);
        }
        return then.rank < rank || then.rank == rank && isBefore(then.time, time) || isBefore(then.time, unranked);
    }

    /** Returns the progress after a further report with this identity. */
    MessageProgress and(StatusUpdate report, String event) {
        MessageProgress then = in(report);
        MessageProgress further = then.rank > rank ? then : this;
        Optional<Instant> at = then.rank == rank ? later(time, then.time) : further.time;
        return new MessageProgress(further.rank, at, later(unranked, then.unranked), eventsAnd(shortened(event)));
    }

    private List<String> eventsAnd(String event) {
        List<String> all = new ArrayList<>(events);
        all.remove(event);
        all.add(event);
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    private static boolean isBefore(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent() && one.get().isBefore(other.get());
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty() || other.isEmpty()
                ? one.or(() -> other)
                : one.get().isAfter(other.get()) ? one : other;
    }

    /** Reads a ledger's record. One that can't be read is no progress. */
    static MessageProgress parse(String record) {
        List<String> words = List.of(record.split(" "));
        try {
            return words.size() < WORDS
                    ? nothing()
                    : new MessageProgress(
                            Integer.parseInt(words.get(0)),
                            instant(words.get(1)),
                            instant(words.get(2)),
                            words.subList(WORDS, words.size()));
        } catch (DateTimeException | NumberFormatException unreadable) {
            return nothing();
        }
    }

    private static Optional<Instant> instant(String word) {
        return word.equals(NONE) ? Optional.empty() : Optional.of(Instant.parse(word));
    }

    /** Returns the ledger's record: the rank, the times and the reports. */
    @Override
    public String toString() {
        String progress = rank + " " + time.map(Instant::toString).orElse(NONE) + " "
                + unranked.map(Instant::toString).orElse(NONE);
        return events.isEmpty() ? progress : progress + " " + String.join(" ", events);
    }
}
