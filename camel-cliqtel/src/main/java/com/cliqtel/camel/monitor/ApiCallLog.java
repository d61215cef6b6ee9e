/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import com.cliqtel.camel.observe.CallAttempt;
import com.cliqtel.camel.observe.CallEnd;
import com.cliqtel.camel.observe.Observer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the problems of all calls together: each kind at once, then once a minute with its number, and its end. Logs nothing about a
 * single call. Thread-safe.
 */
public final class ApiCallLog implements Observer {

    private static final Logger LOG = LoggerFactory.getLogger(ApiCallLog.class);
    private static final int KEY_REFUSED = 401;

    private final RepeatedProblem noAnswer = new RepeatedProblem();
    private final RepeatedProblem rateLimited = new RepeatedProblem();
    private final RepeatedProblem keyRefused = new RepeatedProblem();
    private final RepeatedProblem unknown = new RepeatedProblem();
    private final RepeatedProblem skipped = new RepeatedProblem();
    private final RepeatedProblem broken = new RepeatedProblem();

    @Override
    public void attempted(CallAttempt attempt) {
        CallEnd how = attempt.how();
        if (how == CallEnd.NOT_SENT || how == CallEnd.UNKNOWN || how == CallEnd.FAILED) {
            noAnswer.occurred(times ->
                    LOG.warn("Attempts without a trustworthy answer: {}; the last: {}", times, attempt.reason()));
            return;
        }
        noAnswer.succeeded(
                times -> LOG.info("Calls are answered again; attempts without an answer in the meantime: {}", times));
        if (how == CallEnd.THROTTLED) {
            rateLimited.occurred(times -> LOG.warn(
                    "Calls refused for the rate: {}; the last: {}. Another client may be using the account's quota: see"
                            + " quotaShare and rateLimiter",
                    times,
                    attempt.reason()));
            return;
        }
        rateLimited.succeeded(
                times -> LOG.info("No call is refused for the rate any longer; refused in the meantime: {}", times));
        logKeyRefusal(attempt);
    }

    private void logKeyRefusal(CallAttempt attempt) {
        if (attempt.status() == KEY_REFUSED) {
            keyRefused.occurred(times -> LOG.error(
                    "Calls refused because of the API key: {}. Set camel.component.cliqtel.apiKey to one that is valid",
                    times));
        } else {
            keyRefused.succeeded(
                    times -> LOG.info("The API key is accepted again; calls refused in the meantime: {}", times));
        }
    }

    @Override
    public void skipped(String operation, int rows) {
        skipped.occurred(times -> LOG.warn(
                "Lists with rows that can't be read: {}; the last call, {}, had {}. These rows are skipped, and a message in such"
                        + " a row is not delivered: look at the account's messages at Cliqtel",
                times,
                operation,
                rows));
    }

    @Override
    public void endedUnknown(Throwable failure) {
        unknown.occurred(times -> LOG.warn("Sends that ended unknown: {}; the last: {}", times, failure.getMessage()));
    }

    @Override
    public void broken(String what, Throwable failure) {
        broken.occurred(times -> LOG.error(
                "{} failed with {}{}; times: {}", what, failure.getClass().getName(), where(failure), times));
    }

    // without the failure's message, which comes from other code and may contain a text or a number
    private static String where(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        return stack.length == 0 ? "" : " at " + stack[0];
    }
}
