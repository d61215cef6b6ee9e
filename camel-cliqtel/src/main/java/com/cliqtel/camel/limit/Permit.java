/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/**
 * Permission for one request. It counts against the quota until {@link #completed} is called, and for the length of the quota's
 * window after that. The holder calls {@link #completed} or {@link #unused}. Only the first call counts.
 *
 * <p>A permit that is lost, so that its holder calls neither, isn't lost to the quota: the component's own limiter counts it as
 * completed after an hour, far longer than an attempt takes.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface Permit {

    /**
     * Notes the end of the request, whether it got an answer, failed or timed out.
     *
     * @param observed what the answer says about the quota; {@link QuotaObservation#nothing()} without an answer; never null
     */
    void completed(QuotaObservation observed);

    /**
     * Gives the permit back, in place of {@link #completed}, since no request was made. It is free again at once. By default the
     * permit counts as used.
     */
    default void unused() {
        completed(QuotaObservation.nothing());
    }
}
