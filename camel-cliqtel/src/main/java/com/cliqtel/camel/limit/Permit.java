/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/**
 * Leave to make one request. It counts as in use until {@link #completed} is called, and for the length of the limit's window
 * after that.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface Permit {

    /**
     * Says that the answer is here, or that the attempt is over: call it also when the request failed, timed out or was
     * never made. Calls after the first do nothing.
     *
     * @param observed what the answer said
     */
    void completed(QuotaObservation observed);

    /**
     * Says, in place of {@link #completed}, that no request was made, so that the permit is free again at once. A limiter that
     * cannot do that takes it for one that was used, as this method does by itself.
     */
    default void unused() {
        completed(QuotaObservation.nothing());
    }
}
