/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that server-sent events are written to until the client closes it. Uses no thread while it waits; it sends at most
 * about 20 times a second.
 */
final class EventStream {

    private static final long PAUSE_MILLIS = 50;
    // below the server's idle timeout of 30 s
    private static final long HEARTBEAT_MILLIS = 10_000;

    private final Scheduler scheduler;
    private final Response response;
    private final Callback callback;
    private final EventFeed.Reader reader;
    private final Runnable ended;
    private boolean asked;
    private boolean busy;
    private boolean beat;
    private boolean over;

    private EventStream(Request request, Response response, Callback callback, Source source) {
        this.scheduler = request.getComponents().getScheduler();
        this.response = response;
        this.callback = callback;
        this.ended = source.ended();
        this.reader = source.feed().open(request.getHeaders().get("Last-Event-ID"), this::wake);
    }

    static void start(Request request, Response response, Callback callback, Source source) {
        EventStream stream = new EventStream(request, response, callback, source);
        response.setStatus(200);
        stream.heartbeat();
    }

    private void heartbeat() {
        synchronized (this) {
            if (over) {
                return;
            }
            beat = true;
        }
        wake();
        scheduler.schedule(this::heartbeat, HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void wake() {
        synchronized (this) {
            asked = true;
            if (busy || over) {
                return;
            }
            busy = true;
        }
        scheduler.schedule(this::send, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void send() {
        String text;
        synchronized (this) {
            asked = false;
            text = beat ? ":\n\n" : "";
            beat = false;
        }
        String whole = text + reader.next();
        if (whole.isEmpty()) {
            sent();
        } else {
            byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
            response.write(false, ByteBuffer.wrap(bytes), Callback.from(this::sent, this::gone));
        }
    }

    private void sent() {
        synchronized (this) {
            busy = asked;
            if (!busy) {
                return;
            }
        }
        scheduler.schedule(this::send, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void gone(Throwable why) {
        synchronized (this) {
            over = true;
        }
        reader.close();
        ended.run();
        callback.failed(why);
    }

    /** The source of the events, and a callback for the end of the stream. */
    record Source(EventFeed feed, Runnable ended) {}
}
