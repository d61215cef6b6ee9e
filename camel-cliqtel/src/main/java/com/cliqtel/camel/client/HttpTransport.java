/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.wire.ApiCall;
import com.cliqtel.camel.wire.ApiReply;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;

/**
 * Makes one attempt over HTTP on the caller's thread, without retries and redirects. The attempt ends within the request timeout,
 * and its connection goes back to the pool or is closed, however the attempt ends.
 */
final class HttpTransport implements Transport {

    private final HttpConnection connection;
    private final HttpRequests requests;
    private final AttemptDeadlines deadlines;
    private final HttpHost host;

    HttpTransport(HttpConnection connection) {
        this.connection = connection;
        this.requests = new HttpRequests(connection);
        this.deadlines = new AttemptDeadlines(connection.requestTimeout(), connection.timer());
        this.host = host(connection.baseUrl());
    }

    // java.net.URI has no host if the name has an underscore, as names of containers may have
    private static HttpHost host(URI url) {
        try {
            return HttpHost.create(url.getScheme() + "://" + url.getRawAuthority());
        } catch (URISyntaxException notChecked) {
            throw new IllegalArgumentException("not an address that can be called: " + url, notChecked);
        }
    }

    @Override
    public CompletableFuture<ApiReply> send(ApiCall call, WaitBudget budget) {
        Attempt attempt = new Attempt(call, requests.prepare(call, budget), new ConnectionRoute(host));
        try (AttemptDeadline deadline = deadlines.start(attempt.request.http())) {
            return attempt.made(deadline);
        } catch (RejectedExecutionException stopping) {
            return CompletableFuture.failedFuture(
                    call.notSent(ErrorCode.SHUTTING_DOWN, "the component is stopping", null));
        }
    }

    /** One attempt. */
    private final class Attempt {

        private final ApiCall call;
        private final HttpRequests.Prepared request;
        private final ConnectionRoute way;

        Attempt(ApiCall call, HttpRequests.Prepared request, ConnectionRoute way) {
            this.call = call;
            this.request = request;
            this.way = way;
        }

        CompletableFuture<ApiReply> made(AttemptDeadline deadline) {
            boolean reusable = false;
            try {
                // checked before a connection is made; a body checks it again before it is written
                request.body().leave();
                ClassicHttpResponse response = connection.http().executeOpen(host, request.http(), way.context());
                if (way.endsAtProxy(response)) {
                    return CompletableFuture.failedFuture(
                            unavailable(ErrorCode.NO_CONNECTION, way.refusal(response), true, null));
                }
                HttpBody body = HttpBody.of(response.getEntity(), way::received);
                reusable = body.whole();
                return CompletableFuture.completedFuture(
                        body.reply(response, request.body().mayHaveLeft(), way.readingProxy()));
            } catch (Exception | Error failure) {
                return CompletableFuture.failedFuture(noAnswer(deadline, failure));
            } finally {
                // an answer that was read to its end has returned its connection to the pool
                if (!reusable) {
                    closeConnection();
                }
            }
        }

        // closing the response instead would read the rest of its body
        private void closeConnection() {
            try {
                request.http().cancel();
            } catch (RuntimeException | Error alreadyClosed) {
                // the result of the attempt is known
            }
        }

        private CliqtelException noAnswer(AttemptDeadline deadline, Throwable failure) {
            if (request.body().isWithheld()) {
                String message =
                        "the lease of the idempotency key has expired, so another node may be sending the SMS; this attempt"
                                + " ended before its request left";
                return unavailable(ErrorCode.IN_PROGRESS, message, true, null);
            }
            boolean certain = !request.body().mayHaveLeft();
            return unavailable(
                    code(deadline, certain), message(deadline, failure), certain, withoutServersText(failure));
        }

        // the HTTP client quotes invalid HTTP, and the server may have written a secret there
        private Throwable withoutServersText(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof HttpException) {
                    Exception shown = new IOException(cause.getClass().getName() + ": "
                            + call.confidential().shown(String.valueOf(cause.getMessage())));
                    shown.setStackTrace(failure.getStackTrace());
                    return shown;
                }
            }
            return failure;
        }

        private String message(AttemptDeadline deadline, Throwable failure) {
            if (deadline.passed()) {
                return "no complete answer" + way.through() + " within "
                        + connection.requestTimeout().toMillis() + " ms";
            }
            return failure.getCause() instanceof MessageConstraintException
                    ? "the answer of " + host.getHostName() + way.through() + " is too large: " + AnswerLimits.IN_WORDS
                    : way.failure(failure);
        }

        // the code of a read shows whether the server may have counted the request; a send has its outcome for that
        private ErrorCode code(AttemptDeadline deadline, boolean certain) {
            boolean neverLeft = certain && (!call.repeatable() || !way.isConnected());
            if (neverLeft && (call.repeatable() || !deadline.passed())) {
                return ErrorCode.NO_CONNECTION;
            }
            return deadline.passed() ? ErrorCode.TIMEOUT : ErrorCode.NO_ANSWER;
        }

        private CliqtelException unavailable(ErrorCode code, String message, boolean certain, Throwable cause) {
            return certain
                    ? call.notSent(code, message + "; nothing was sent", cause)
                    : new CliqtelUnavailableException(
                            call.failure(code, message + ", and whether the SMS was accepted is unknown"),
                            Outcome.UNKNOWN,
                            cause);
        }
    }
}
