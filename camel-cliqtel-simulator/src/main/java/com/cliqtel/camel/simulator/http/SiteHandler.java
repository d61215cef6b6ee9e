/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import com.cliqtel.camel.simulator.account.ErrorCode;
import com.cliqtel.camel.simulator.account.Refusal;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The site's part of Jetty's requests: neither the API's log nor its limits nor its faults know of them. */
final class SiteHandler extends Handler.Abstract {

    private static final int MOST_STREAMS = 100;

    // no script but our own can run, whatever a message says, and no other page can show this one
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private final Site site;
    private final SiteAccessCheck access;
    private final AtomicInteger streams = new AtomicInteger();

    SiteHandler(Site site, SiteAccessCheck access) {
        this.site = site;
        this.access = access;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        if (!Site.has(request.getHttpURI().getPath())) {
            return false;
        }
        HEADERS.forEach((name, value) -> response.getHeaders().put(name, value));
        ApiCall.Head head = CallHandler.head(request);
        Optional<Answer> refusal = access.refusal(new ApiCall(head, new byte[0]));
        if (refusal.isPresent()) {
            JettyPendingResponse.write(refusal.get(), response, callback);
        } else if (head.path().equals(Site.EVENTS)) {
            stream(request, response, callback);
        } else {
            JettyPendingResponse.write(answer(new ApiCall(head, CallHandler.body(request))), response, callback);
        }
        return true;
    }

    private Answer answer(ApiCall call) {
        try {
            return site.answering().answer(call);
        } catch (Refusal refusal) {
            int status = refusal.code() == ErrorCode.NOT_FOUND ? 404 : 422;
            return Answer.error(status, refusal.code().word(), refusal.getMessage());
        }
    }

    private void stream(Request request, Response response, Callback callback) {
        if (streams.incrementAndGet() > MOST_STREAMS) {
            streams.decrementAndGet();
            JettyPendingResponse.write(
                    Answer.error(503, "too_many_readers", "More than " + MOST_STREAMS + " follow the events already"),
                    response,
                    callback);
            return;
        }
        response.getHeaders().put("Content-Type", "text/event-stream");
        EventStream.start(request, response, callback, new EventStream.Source(site.events(), streams::decrementAndGet));
    }
}
