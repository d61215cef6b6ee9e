/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.concurrent.TimeUnit;

import com.cliqtel.camel.CliqtelProducer;
import com.cliqtel.camel.model.MaskedDigits;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.observe.CallAttempt;
import com.cliqtel.camel.observe.Observer;
import com.cliqtel.camel.observe.SearchEnd;
import com.cliqtel.camel.observe.WaitReason;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the log, at DEBUG, what happens to one exchange's send: each line begins with the exchange's id, for the lines of many are
 * mixed. Thread-safe.
 */
final class SendTraceLog implements Observer {

    private static final Logger LOG = LoggerFactory.getLogger(CliqtelProducer.class);

    private final String about;

    private SendTraceLog(String about) {
        this.about = about;
    }

    /** Whether anybody reads it. */
    static boolean isWritten() {
        return LOG.isDebugEnabled();
    }

    static SendTraceLog of(Exchange exchange, SendRequest draft) {
        return new SendTraceLog(exchange.getExchangeId() + ": SMS to " + draft.to());
    }

    @Override
    public void attempted(CallAttempt attempt) {
        LOG.debug(
                "{}: attempt {} after {} ms{}",
                about,
                attempt.how().word(),
                millis(attempt.nanos()),
                attempt.failure() == null ? "" : ": " + attempt.reason());
    }

    @Override
    public void waited(WaitReason why, long nanos) {
        LOG.debug("{}: waited {} ms for {}", about, millis(nanos), why.word());
    }

    @Override
    public void accepted(Sms sms) {
        LOG.debug("{}: accepted as message {}, {}", about, sms.id(), inShort(sms));
    }

    @Override
    public void reconciled(Sms sms) {
        LOG.debug("{}: nobody had answered for it; found as message {}, {}", about, sms.id(), inShort(sms));
    }

    @Override
    public void duplicate(Sms sms) {
        LOG.debug(
                "{}: had been sent before as message {} to {}, and was not sent again",
                about,
                sms.id(),
                MaskedDigits.masked(sms.to()));
    }

    private static String inShort(Sms sms) {
        return sms.status() + ", " + sms.segments() + " segment(s), " + sms.cost() + " " + sms.currency();
    }

    @Override
    public void searched(SearchEnd result) {
        LOG.debug("{}: looked for in the list of messages: {}", about, result.word());
    }

    @Override
    public void endedUnknown(Throwable failure) {
        LOG.debug("{}: ended unknown: {}", about, failure.getMessage());
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
