/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.concurrent.CompletableFuture;

/** The quota of one account that several processes draw from, such as a bucket in a data grid. Thread-safe. Internal. */
@FunctionalInterface
public interface SharedQuota {

    /**
     * Draws one permit. Returns at once and never blocks. Each process draws one permit at a time.
     *
     * @param message true for a send, which needs a permit of the limit per second too
     * @return 0 if the permit was drawn; otherwise the nanoseconds after which to try again. Fails if the quota is unavailable
     */
    CompletableFuture<Long> draw(boolean message);
}
