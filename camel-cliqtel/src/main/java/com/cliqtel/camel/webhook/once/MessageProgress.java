/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.once;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import com.cliqtel.camel.model.DeliveryStatus;
import com.cliqtel.camel.model.StatusUpdate;

/**
 * How far a message has come, by the reports that the route has had.
 *
 * <p>A higher rank is further, whatever the times say: {@code delivered} doesn't give way to a {@code sent}, whichever of the
 * two arrives first. Among equals, and where a word has no rank, the later {@code updated_at} is further.
 *
 * @param rank the highest rank of a status; -1 when none had one
 * @param time the latest {@code updated_at} of that rank; empty if no report had one
 * @param unranked the latest {@code updated_at} of a status without a rank; empty if no report had one
 */
record MessageProgress(int rank, Optional<Instant> time, Optional<Instant> unranked) {

    private static final String NONE = "-";
    private static final int UNRANKED = -1;
    private static final int WORDS = 3;

    static MessageProgress nothing() {
        return new MessageProgress(UNRANKED, Optional.empty(), Optional.empty());
    }

    private static MessageProgress in(StatusUpdate report) {
        int rank = Optional.ofNullable(report.status())
                .map(DeliveryStatus::rank)
                .map(known -> known.orElse(UNRANKED))
                .orElse(UNRANKED);
        Optional<Instant> at = Optional.ofNullable(report.updatedAt()).map(updated -> updated.toInstant());
        return rank == UNRANKED
                ? new MessageProgress(UNRANKED, Optional.empty(), at)
                : new MessageProgress(rank, at, Optional.empty());
    }

    /** Whether a report is of a state that the message has left behind. */
    boolean makesStale(StatusUpdate report) {
        MessageProgress then = in(report);
        if (then.rank == UNRANKED) {
            return isBefore(then.unranked, unranked) || isBefore(then.unranked, time);
        }
        return then.rank < rank || then.rank == rank && isBefore(then.time, time) || isBefore(then.time, unranked);
    }

    MessageProgress and(StatusUpdate report) {
        MessageProgress then = in(report);
        MessageProgress further = then.rank > rank ? then : this;
        Optional<Instant> at = then.rank == rank ? later(time, then.time) : further.time;
        return new MessageProgress(further.rank, at, later(unranked, then.unranked));
    }

    private static boolean isBefore(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent() && one.get().isBefore(other.get());
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty() || other.isEmpty()
                ? one.or(() -> other)
                : one.get().isAfter(other.get()) ? one : other;
    }

    /** As the ledger keeps it; what it can't be is nothing. */
    static MessageProgress parse(String record) {
        if (record.isEmpty()) {
            return nothing();
        }
        String[] words = record.split(" ");
        try {
            return words.length != WORDS
                    ? nothing()
                    : new MessageProgress(Integer.parseInt(words[0]), instant(words[1]), instant(words[2]));
        } catch (DateTimeException | NumberFormatException unreadable) {
            return nothing();
        }
    }

    private static Optional<Instant> instant(String word) {
        return word.equals(NONE) ? Optional.empty() : Optional.of(Instant.parse(word));
    }

    /** The rank and the times. */
    @Override
    public String toString() {
        return rank + " " + time.map(Instant::toString).orElse(NONE) + " "
                + unranked.map(Instant::toString).orElse(NONE);
    }
}
