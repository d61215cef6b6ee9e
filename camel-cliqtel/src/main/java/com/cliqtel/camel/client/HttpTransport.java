/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.wire.Call;
import com.cliqtel.camel.wire.Reply;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.Closer;

/**
 * Makes one attempt over HTTP on the caller's thread: no retries, no redirects, and an end to it within the request
 * timeout, whatever the server does.
 */
final class HttpTransport implements Transport {

    private final HttpConnection connection;
    private final HttpRequests requests;
    private final Deadlines deadlines;
    private final HttpHost host;

    HttpTransport(HttpConnection connection) {
        this.connection = connection;
        this.requests = new HttpRequests(connection);
        this.deadlines = new Deadlines(connection.requestTimeout(), connection.timer());
        this.host = HttpHost.create(connection.baseUrl());
    }

    @Override
    public CompletableFuture<Reply> send(Call call, Patience patience) {
        HttpRequests.Prepared request = requests.prepare(call, patience);
        try (Deadline deadline = deadlines.start(request.http())) {
            return attempt(call, request, deadline);
        } catch (RejectedExecutionException stopping) {
            return CompletableFuture.failedFuture(new CliqtelUnavailableException(
                    new ErrorFacts(call.operation(), ErrorCode.SHUTTING_DOWN, 0, "the component is stopping"),
                    Outcome.NOT_SENT,
                    null));
        }
    }

    private CompletableFuture<Reply> attempt(Call call, HttpRequests.Prepared request, Deadline deadline) {
        HttpClientContext context = HttpClientContext.create();
        try {
            // before a connection is made, and again by the body itself when there is one
            request.checkLeave();
            ClassicHttpResponse response = connection.http().executeOpen(host, request.http(), context);
            Reply reply = HttpReplies.read(response, request.mayHaveLeft());
            // the answer is here: what fails from now on fails nothing
            Closer.closeQuietly(response);
            return CompletableFuture.completedFuture(reply);
        } catch (IOException | RuntimeException failure) {
            return CompletableFuture.failedFuture(noAnswer(call, request, deadline, context, failure));
        }
    }

    private static CliqtelException withheld(Call call) {
        return new CliqtelUnavailableException(
                new ErrorFacts(
                        call.operation(),
                        ErrorCode.IN_PROGRESS,
                        0,
                        "the lease of the idempotency key has expired, so another node may be sending the SMS; this"
                                + " attempt sent nothing"),
                Outcome.NOT_SENT,
                null);
    }

    private CliqtelException noAnswer(
            Call call, HttpRequests.Prepared request, Deadline deadline, HttpClientContext context, Exception failure) {
        if (request.isWithheld()) {
            return withheld(call);
        }
        boolean certain = !request.mayHaveLeft();
        // the context learns the connection's end points when the request is about to be written
        boolean neverLeft = certain && (!call.repeatable() || context.getEndpointDetails() == null);
        String message = (deadline.passed()
                        ? "no whole answer within "
                                + connection.requestTimeout().toMillis() + " ms"
                        : "no answer from " + host.getHostName() + " ("
                                + failure.getClass().getSimpleName() + ")")
                + (certain ? "; nothing was sent" : ", and whether the SMS was accepted is unknown");
        return new CliqtelUnavailableException(
                new ErrorFacts(call.operation(), code(call, deadline, neverLeft), 0, message),
                certain ? Outcome.NOT_SENT : Outcome.UNKNOWN,
                failure);
    }

    // the code of a read tells whether the server can have counted it; a send has its outcome for that
    private static ErrorCode code(Call call, Deadline deadline, boolean neverLeft) {
        if (neverLeft && (call.repeatable() || !deadline.passed())) {
            return ErrorCode.NO_CONNECTION;
        }
        return deadline.passed() ? ErrorCode.TIMEOUT : ErrorCode.NO_ANSWER;
    }

    @Override
    public String toString() {
        return "Http " + connection;
    }
}
