/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import com.cliqtel.camel.CliqtelProducer;
import com.cliqtel.camel.observe.CallAttempt;
import com.cliqtel.camel.observe.CallEnd;
import com.cliqtel.camel.observe.Observer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the log what somebody should know of all calls together: what goes wrong at once and then once a minute, and when it is
 * over. What happens to one send is in its {@link SendTraceLog}. Thread-safe.
 */
public final class ApiCallLog implements Observer {

    private static final Logger LOG = LoggerFactory.getLogger(CliqtelProducer.class);
    private static final int KEY_REFUSED = 401;

    private final RepeatedProblem noAnswer = new RepeatedProblem();
    private final RepeatedProblem tooFast = new RepeatedProblem();
    private final RepeatedProblem keyRefused = new RepeatedProblem();
    private final RepeatedProblem unknown = new RepeatedProblem();
    private final RepeatedProblem skipped = new RepeatedProblem();
    private final RepeatedProblem broken = new RepeatedProblem();

    @Override
    public void attempted(CallAttempt attempt) {
        CallEnd how = attempt.how();
        if (how == CallEnd.NOT_SENT || how == CallEnd.UNKNOWN || how == CallEnd.FAILED) {
            noAnswer.again(times ->
                    LOG.warn("Attempts without a trustworthy answer: {}; the last: {}", times, attempt.reason()));
            return;
        }
        noAnswer.well(times -> LOG.info("Answers come again; attempts without one in the meantime: {}", times));
        if (how == CallEnd.THROTTLED) {
            tooFast.again(times -> LOG.warn(
                    "Calls refused for the rate: {}; the last: {}. Somebody else may be using the account's quota: see"
                            + " quotaShare and rateLimiter",
                    times,
                    attempt.reason()));
            return;
        }
        tooFast.well(
                times -> LOG.info("No call is refused for the rate any longer; refused in the meantime: {}", times));
        key(attempt);
    }

    private void key(CallAttempt attempt) {
        if (attempt.status() == KEY_REFUSED) {
            keyRefused.again(times -> LOG.error(
                    "Calls refused because of the API key: {}. Set camel.component.cliqtel.apiKey to one that is valid",
                    times));
        } else {
            keyRefused.well(times -> LOG.info("The API key is taken again; calls refused in the meantime: {}", times));
        }
    }

    @Override
    public void skipped(String operation, int rows) {
        skipped.again(times -> LOG.warn(
                "Lists with rows that can't be read: {}; the last call, {}, had {}. These rows are skipped, and a message in one"
                        + " is not delivered: look at the account's messages at Cliqtel",
                times,
                operation,
                rows));
    }

    @Override
    public void endedUnknown(Throwable failure) {
        unknown.again(times -> LOG.warn("Sends that ended unknown: {}; the last: {}", times, failure.getMessage()));
    }

    @Override
    public void broken(String what, Throwable failure) {
        broken.again(times -> LOG.error(
                "{} failed with {}{}; times: {}", what, failure.getClass().getName(), where(failure), times));
    }

    // not its message, for somebody else wrote it and may have put anything into it
    private static String where(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        return stack.length == 0 ? "" : " at " + stack[0];
    }
}
