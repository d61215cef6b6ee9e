/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Whose turn it is, of the webhooks that wait for each other because they report the same message. Thread-safe. */
final class Turns {

    private final Map<Long, Last> last = new HashMap<>();

    /**
     * When a webhook is sent.
     *
     * @param due not before this
     * @param before and not before the end of this
     * @param end to be called when it has been sent
     */
    record Turn(Instant due, CompletableFuture<Void> before, Runnable end) {

        /** As soon as it is due. */
        static Turn free(Instant due) {
            return new Turn(due, CompletableFuture.completedFuture(null), () -> {});
        }
    }

    private record Last(Instant due, CompletableFuture<Void> ended) {}

    /** After all those of the message that have a turn already, be they ever so late. */
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
