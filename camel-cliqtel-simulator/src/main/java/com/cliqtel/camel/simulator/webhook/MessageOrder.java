/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Keeps the webhooks of one message in order: each waits for the one before it. Safe for use by several threads. */
final class MessageOrder {

    private final Map<Long, Last> last = new HashMap<>();

    /**
     * The place of a webhook in the order of its message.
     *
     * @param due the earliest time to send it
     * @param before completes when the previous webhook has been sent
     * @param end must be called when this webhook has been sent
     */
    record Turn(Instant due, CompletableFuture<Void> before, Runnable end) {

        /** As soon as it is due. */
        static Turn free(Instant due) {
            return new Turn(due, CompletableFuture.completedFuture(null), () -> {});
        }
    }

    private record Last(Instant due, CompletableFuture<Void> ended) {}

    /** Returns a turn after all earlier turns of the message. */
    synchronized Turn next(long messageId, Instant earliest) {
        Last before = last.get(messageId);
        Last mine = new Last(
                before == null || before.due().isBefore(earliest) ? earliest : before.due(), new CompletableFuture<>());
        last.put(messageId, mine);
        CompletableFuture<Void> nothing = CompletableFuture.completedFuture(null);
        return new Turn(mine.due(), before == null ? nothing : before.ended(), () -> end(messageId, mine));
    }

    private void end(long messageId, Last ended) {
        ended.ended().complete(null);
        synchronized (this) {
            last.remove(messageId, ended);
        }
    }
}
