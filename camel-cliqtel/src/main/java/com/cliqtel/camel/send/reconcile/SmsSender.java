/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.error.CliqtelException;

/**
 * Sends SMS. No SMS is sent twice, and each one that isn't sent ends with a failure.
 *
 * <p>Never throws: a failure is in the future, as a {@link CliqtelException}. Thread-safe.
 */
public final class SmsSender {

    private final OncePerKey keys;
    private final OpenSends open;
    private final SendAttempts.Means means;

    SmsSender(OncePerKey keys, OpenSends open, SendAttempts.Means means) {
        this.keys = keys;
        this.open = open;
        this.means = means;
    }

    /** Sends an SMS: once per key, and one at a time of those that look alike. Searches for it if no answer comes. */
    public CompletableFuture<SentSms> send(SendOrder order) {
        return order.key() == null
                ? oneAtATime(order, withoutKey(order), order.unsettled().recall(order))
                : keys.once(order, (hold, earlier) -> oneAtATime(order, hold, earlier));
    }

    private MessageOwner withoutKey(SendOrder order) {
        return new MessageOwner.WithoutKey(
                means.ledger().claims(), order.unsettled().owner(order));
    }

    private CompletableFuture<SentSms> oneAtATime(
            SendOrder order, MessageOwner owner, Optional<UnsettledSend> earlier) {
        return open.oneAtATime(
                order.fingerprint().likeness(), order.budget(), () -> new SendAttempts(means, order, owner)
                        .from(earlier));
    }
}
