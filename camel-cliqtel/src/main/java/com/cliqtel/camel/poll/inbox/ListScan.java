/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import com.cliqtel.camel.model.Sms;

/** Selects the new messages of a list and keeps the time of the newest message. Thread-safe. */
final class ListScan implements Predicate<Sms> {

    private final DeliveryProgress progress;
    private final Instant now;
    private final AtomicReference<Instant> newest = new AtomicReference<>(Instant.MIN);

    /** @param now for messages that don't say when they were made */
    ListScan(DeliveryProgress progress, Instant now) {
        this.progress = progress;
        this.now = now;
    }

    @Override
    public boolean test(Sms sms) {
        if (sms.createdAt() != null) {
            newest.accumulateAndGet(sms.createdAt().toInstant(), (one, other) -> one.isAfter(other) ? one : other);
        }
        return progress.look(sms, now).isPresent();
    }

    /** Returns the time of the newest message; empty if no message has a time. */
    Optional<Instant> newest() {
        return Optional.of(newest.get()).filter(time -> !time.equals(Instant.MIN));
    }
}
