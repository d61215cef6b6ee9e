/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers in the API's form what never became a call: what is no HTTP, and what broke on the way. */
final class ErrorAnswers implements Request.Handler {

    // the JDK's own logging, for the runnable jar has no other
    private static final System.Logger LOG = System.getLogger(ErrorAnswers.class.getName());

    private static final Map<Integer, String> CODES = Map.of(
            400, "bad_request",
            408, "request_timeout",
            414, "uri_too_long",
            431, "headers_too_large",
            500, "internal_error",
            501, "not_implemented",
            505, "http_version_not_supported");

    private final Supplier<Api> api;

    ErrorAnswers(Supplier<Api> api) {
        this.api = api;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        if (status == 500
                && request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof Throwable cause
                && !(cause instanceof Connection.Ended)) {
            LOG.log(Level.ERROR, "The simulator could not answer " + request.getMethod(), cause);
        }
        Answer answer = Answer.error(
                status, CODES.getOrDefault(status, "http_" + status), "The server could not handle this request");
        JettyPendingResponse.write(api.get().withHeaders(answer), response, callback);
        return true;
    }
}
