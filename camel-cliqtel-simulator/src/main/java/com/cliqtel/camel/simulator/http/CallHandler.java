/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Jetty's requests as calls, and answers as Jetty's responses. */
final class CallHandler extends Handler.Abstract {

    // a caller that is still writing would never read the refusal, so a reasonable excess is read and thrown away
    private static final long MAX_EXCESS = 16L << 20;

    private final Supplier<Api> api;

    /** The API is asked for at each call: it changes with a reset. */
    CallHandler(Supplier<Api> api) {
        this.api = api;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        Api current = api.get();
        PendingResponse caller = new JettyPendingResponse(request, response, callback);
        ApiCall.Head head = head(request);
        if (!current.endsEarly(new ApiCall(head, new byte[0]), caller)) {
            current.take(new ApiCall(head, body(request)), caller);
        }
        return true;
    }

    static ApiCall.Head head(Request request) {
        return new ApiCall.Head(
                request.getMethod(),
                request.getHttpURI().getPath(),
                request.getHttpURI().getQuery(),
                headers(request),
                request.getBeginNanoTime());
    }

    static byte[] body(Request request) throws IOException {
        try (InputStream in = Request.asInputStream(request)) {
            byte[] body = in.readNBytes(ApiCall.MAX_BODY + 1);
            if (body.length > ApiCall.MAX_BODY) {
                long left = MAX_EXCESS;
                for (long n = in.skip(left); n > 0 && left > 0; n = in.skip(left)) {
                    left -= n;
                }
            }
            return body;
        }
    }

    private static Map<String, List<String>> headers(Request request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (HttpField field : request.getHeaders()) {
            headers.merge(field.getName(), List.of(String.valueOf(field.getValue())), CallHandler::joined);
        }
        return Collections.unmodifiableMap(headers);
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
