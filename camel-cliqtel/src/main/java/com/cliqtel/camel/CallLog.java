/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.concurrent.TimeUnit;

import com.cliqtel.camel.model.Digits;
import com.cliqtel.camel.model.PhoneNumber;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.observe.Attempt;
import com.cliqtel.camel.observe.Ended;
import com.cliqtel.camel.observe.Observer;
import com.cliqtel.camel.observe.Searched;
import com.cliqtel.camel.observe.Wait;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the log what happens to calls: each at DEBUG, and from INFO on only what somebody should know, once a minute of a kind.
 * Thread-safe.
 */
final class CallLog implements Observer {

    private static final Logger LOG = LoggerFactory.getLogger(CliqtelProducer.class);
    private static final int KEY_REFUSED = 401;

    private final Trouble noAnswer = new Trouble();
    private final Trouble tooFast = new Trouble();
    private final Trouble keyRefused = new Trouble();
    private final Trouble unknown = new Trouble();
    private final Trouble broken = new Trouble();

    @Override
    public void attempted(Attempt attempt) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} ({}): attempt {} after {} ms{}",
                    attempt.operation(),
                    attempt.purpose(),
                    attempt.how().word(),
                    millis(attempt.nanos()),
                    attempt.failure() == null ? "" : ": " + attempt.failure().getMessage());
        }
        troubled(attempt);
    }

    private void troubled(Attempt attempt) {
        if (isWithoutAnswer(attempt)) {
            noAnswer.again(times -> LOG.warn(
                    "{} attempt(s) without a trustworthy answer since this was last said, the last at {}: {}",
                    times,
                    attempt.operation(),
                    attempt.failure().getMessage()));
            return;
        }
        noAnswer.well(times -> LOG.info("Answers come again; {} attempt(s) had none", times));
        if (attempt.how() == Ended.THROTTLED) {
            tooFast.again(times -> LOG.warn(
                    "{} call(s) refused for the rate since this was last said: is somebody else using the account's quota?"
                            + " {}",
                    times,
                    attempt.failure().getMessage()));
            return;
        }
        tooFast.well(times -> LOG.info("No call has been refused for the rate for a minute; {} were before", times));
        if (attempt.status() == KEY_REFUSED) {
            keyRefused.again(times -> LOG.error(
                    "{} call(s) refused because of the API key since this was last said: set camel.component.cliqtel.apiKey"
                            + " to a key that is valid",
                    times));
        } else {
            keyRefused.well(times -> LOG.info("The API key is taken again; {} call(s) were refused", times));
        }
    }

    private static boolean isWithoutAnswer(Attempt attempt) {
        Ended how = attempt.how();
        return how == Ended.NOT_SENT || how == Ended.UNKNOWN || how == Ended.FAILED;
    }

    @Override
    public void called(String operation, Ended how, long nanos) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{}: ended {} after {} ms", operation, how.word(), millis(nanos));
        }
    }

    @Override
    public void waited(Wait why, long nanos) {
        LOG.debug("Waited {} ms for {}", millis(nanos), why.word());
    }

    @Override
    public void accepted(Sms sms) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("Message {} to {} was accepted: {}", sms.id(), Digits.masked(sms.to()), inShort(sms));
        }
    }

    @Override
    public void reconciled(Sms sms) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "Message {} to {}, which nobody had answered for, was found: {}",
                    sms.id(),
                    Digits.masked(sms.to()),
                    inShort(sms));
        }
    }

    @Override
    public void duplicate(Sms sms) {
        LOG.debug("Message {} had been sent before, and was not sent again", sms.id());
    }

    private static String inShort(Sms sms) {
        return sms.status() + ", " + sms.segments() + " segment(s), " + sms.cost() + " " + sms.currency();
    }

    @Override
    public void searched(Searched result) {
        LOG.debug("The search for an SMS that nobody answered for ended: {}", result.word());
    }

    @Override
    public void endedUnknown(PhoneNumber to, Throwable failure) {
        LOG.debug("The SMS to {} ended unknown: {}", to, failure.getMessage());
        unknown.again(times -> LOG.warn(
                "{} send(s) ended unknown since this was last said, the last to {}: {}",
                times,
                to,
                failure.getMessage()));
    }

    @Override
    public void broken(String what, Throwable failure) {
        broken.again(times -> LOG.error(
                "{} failed with {}{}, {} time(s) since this was last said",
                what,
                failure.getClass().getName(),
                where(failure),
                times));
    }

    // not its message, for somebody else wrote it and may have put anything into it
    private static String where(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        return stack.length == 0 ? "" : " at " + stack[0];
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
