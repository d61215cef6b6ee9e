/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/** The end of one attempt: when it passes, the attempt's connection is closed under it. */
final class Deadline implements AutoCloseable {

    private final ScheduledFuture<?> end;
    private final HttpUriRequestBase request;

    private Deadline(ScheduledFuture<?> end, HttpUriRequestBase request) {
        this.end = end;
        this.request = request;
    }

    /** @throws RejectedExecutionException when the timer has been shut down */
    static Deadline start(HttpConnection connection, HttpUriRequestBase request) {
        long millis = connection.requestTimeout().toMillis();
        return new Deadline(connection.timer().schedule(request::cancel, millis, TimeUnit.MILLISECONDS), request);
    }

    /** Whether it has passed, and so ended the attempt. */
    boolean passed() {
        return request.isCancelled();
    }

    @Override
    public void close() {
        end.cancel(false);
    }
}
