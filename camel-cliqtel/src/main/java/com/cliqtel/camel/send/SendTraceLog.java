/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.concurrent.TimeUnit;

import com.cliqtel.camel.model.MaskedDigits;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.observe.CallAttempt;
import com.cliqtel.camel.observe.Observer;
import com.cliqtel.camel.observe.SearchEnd;
import com.cliqtel.camel.observe.WaitReason;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the steps of one exchange's send at DEBUG. Each line begins with the exchange's id. Thread-safe. */
final class SendTraceLog implements Observer {

    private static final Logger LOG = LoggerFactory.getLogger(SendTraceLog.class);

    private final String prefix;

    private SendTraceLog(String prefix) {
        this.prefix = prefix;
    }

    /** Returns whether the logger writes DEBUG lines. */
    static boolean isWritten() {
        return LOG.isDebugEnabled();
    }

    static SendTraceLog of(Exchange exchange, SendRequest request) {
        return new SendTraceLog(exchange.getExchangeId() + ": SMS to " + request.to());
    }

    @Override
    public void attempted(CallAttempt attempt) {
        LOG.debug(
                "{}: attempt {} after {} ms{}",
                prefix,
                attempt.how().word(),
                millis(attempt.nanos()),
                attempt.failure() == null ? "" : ": " + attempt.reason());
    }

    @Override
    public void waited(WaitReason why, long nanos) {
        LOG.debug("{}: waited {} ms for {}", prefix, millis(nanos), why.word());
    }

    @Override
    public void accepted(Sms sms) {
        LOG.debug("{}: accepted as message {}, {}", prefix, sms.id(), summary(sms));
    }

    @Override
    public void reconciled(Sms sms) {
        LOG.debug("{}: no answer had come; found as message {}, {}", prefix, sms.id(), summary(sms));
    }

    @Override
    public void duplicate(Sms sms) {
        LOG.debug(
                "{}: had been sent before as message {} to {}, and was not sent again",
                prefix,
                sms.id(),
                MaskedDigits.masked(sms.to()));
    }

    private static String summary(Sms sms) {
        return sms.status() + ", " + sms.segments() + " segment(s), " + sms.cost() + " " + sms.currency();
    }

    @Override
    public void searched(SearchEnd result) {
        LOG.debug("{}: looked for in the list of messages: {}", prefix, result.word());
    }

    @Override
    public void endedUnknown(Throwable failure) {
        LOG.debug("{}: ended unknown: {}", prefix, failure.getMessage());
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
