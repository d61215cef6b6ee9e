/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.concurrent.CompletableFuture;

/** A quota that several processes draw from, such as a bucket in a data grid. Thread-safe. */
@FunctionalInterface
public interface SharedQuota {

    /**
     * Draws one permit. Returns at once and never blocks; is asked for one at a time by each process.
     *
     * @param message true for a send, which needs one of the second's too
     * @return 0 when it was drawn; else the nanoseconds after which asking again makes sense. Fails when the quota cannot be
     *     reached
     */
    CompletableFuture<Long> draw(boolean message);
}
