/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/** The end of one attempt: when it passes, the attempt's connection is closed under it. */
final class AttemptDeadline implements AutoCloseable {

    private final Set<AttemptDeadline> open;
    private final HttpUriRequestBase request;
    private final long endNanos;
    private final AtomicBoolean passed = new AtomicBoolean();

    AttemptDeadline(Set<AttemptDeadline> open, HttpUriRequestBase request, long endNanos) {
        this.open = open;
        this.request = request;
        this.endNanos = endNanos;
    }

    /** Ends the attempt if it is time. */
    void endIfPassed(long now) {
        if (now - endNanos >= 0 && open.remove(this)) {
            passed.set(true);
            try {
                request.cancel();
            } catch (RuntimeException | Error cannotBeEnded) {
                // an exception here would end the watch over all other attempts
                return;
            }
        }
    }

    /** Returns whether the deadline has passed, so that the attempt was ended. */
    boolean passed() {
        return passed.get();
    }

    @Override
    public void close() {
        open.remove(this);
    }
}
