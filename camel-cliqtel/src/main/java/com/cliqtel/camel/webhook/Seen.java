/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import com.cliqtel.camel.model.DeliveryStatus;
import com.cliqtel.camel.model.StatusUpdate;

/**
 * How far a message has come, by the reports that the route has had.
 *
 * @param time the latest {@code updated_at}; empty when none said one
 * @param rank the highest rank of a status; -1 when none had one
 */
record Seen(Optional<Instant> time, int rank) {

    private static final String NONE = "-";
    private static final int UNRANKED = -1;

    static Seen nothing() {
        return new Seen(Optional.empty(), UNRANKED);
    }

    private static Seen in(StatusUpdate report) {
        int rank = Optional.ofNullable(report.status())
                .map(DeliveryStatus::rank)
                .map(known -> known.orElse(UNRANKED))
                .orElse(UNRANKED);
        return new Seen(Optional.ofNullable(report.updatedAt()).map(at -> at.toInstant()), rank);
    }

    /** Whether a report is of a state that the message has left behind: an earlier time, or a lower rank. */
    boolean makesStale(StatusUpdate report) {
        Seen then = in(report);
        boolean earlier =
                time.isPresent() && then.time.isPresent() && then.time.get().isBefore(time.get());
        return earlier || then.rank != UNRANKED && then.rank < rank;
    }

    Seen and(StatusUpdate report) {
        Seen then = in(report);
        Optional<Instant> latest =
                then.time.filter(at -> time.isEmpty() || at.isAfter(time.get())).or(() -> time);
        return new Seen(latest, Math.max(rank, then.rank));
    }

    /** As the ledger keeps it; what it can't be is nothing. */
    static Seen parse(String record) {
        String[] words = record.split(" ");
        try {
            return words.length != 2
                    ? nothing()
                    : new Seen(
                            words[0].equals(NONE) ? Optional.empty() : Optional.of(Instant.parse(words[0])),
                            Integer.parseInt(words[1]));
        } catch (DateTimeException | NumberFormatException unreadable) {
            return nothing();
        }
    }

    /** The time and the rank. */
    @Override
    public String toString() {
        return time.map(Instant::toString).orElse(NONE) + " " + rank;
    }
}
