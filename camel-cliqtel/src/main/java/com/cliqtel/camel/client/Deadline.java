/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.Set;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/** The end of one attempt: when it passes, the attempt's connection is closed under it. */
final class Deadline implements AutoCloseable {

    private final Set<Deadline> open;
    private final HttpUriRequestBase request;
    private final long endNanos;

    Deadline(Set<Deadline> open, HttpUriRequestBase request, long endNanos) {
        this.open = open;
        this.request = request;
        this.endNanos = endNanos;
    }

    /** Ends the attempt if it is time. */
    void endIfPassed(long now) {
        if (now - endNanos >= 0 && open.remove(this)) {
            try {
                request.cancel();
            } catch (RuntimeException cannotBeEnded) {
                // nobody is left to hear of it here, and the deadlines of all others come after this one's
                return;
            }
        }
    }

    /** Whether it has passed, and so ended the attempt. */
    boolean passed() {
        return request.isCancelled();
    }

    @Override
    public void close() {
        open.remove(this);
    }
}
