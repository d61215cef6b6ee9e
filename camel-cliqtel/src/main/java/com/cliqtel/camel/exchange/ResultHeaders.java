/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.model.DeliveryStatus;
import com.cliqtel.camel.model.Direction;
import com.cliqtel.camel.model.Estimate;
import com.cliqtel.camel.model.Page;
import com.cliqtel.camel.model.RateLimits;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.send.ExchangeSendState;
import com.cliqtel.camel.send.reconcile.SentSms;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Writes what is known as headers. What is unknown leaves none, also not the one that an earlier step left. */
public final class ResultHeaders {

    private static final List<String> OF_AN_ERROR = List.of(CliqtelConstants.ERROR_CODE, CliqtelConstants.RETRY_AFTER);

    private static final int MAX_YEAR = 100_000_000;

    private final Message message;

    private ResultHeaders(Message message) {
        this.message = message;
    }

    public static ResultHeaders on(Message message) {
        return new ResultHeaders(message);
    }

    public ResultHeaders sms(Sms sms) {
        set(CliqtelConstants.MESSAGE_ID, sms.id());
        set(CliqtelConstants.SMS_STATUS, word(sms.status()));
        set(CliqtelConstants.SMS_DIRECTION, word(sms.direction()));
        set(CliqtelConstants.SMS_FROM, sms.from());
        set(CliqtelConstants.SMS_TO, sms.to());
        set(CliqtelConstants.SEGMENTS, sms.segments());
        set(CliqtelConstants.COST, sms.cost());
        set(CliqtelConstants.CURRENCY, sms.currency());
        set(CliqtelConstants.CARRIER, sms.carrier());
        set(CliqtelConstants.CREATED_AT, sms.createdAt());
        set(CliqtelConstants.UPDATED_AT, sms.updatedAt());
        return timestamp(sms.createdAt());
    }

    /** An SMS that was sent, and how that is known. */
    public ResultHeaders sent(SentSms sent) {
        sms(sent.answer().value());
        rate(sent.answer().rateLimits());
        set(CliqtelConstants.DUPLICATE, sent.how() == SentSms.How.DUPLICATE ? true : null);
        set(CliqtelConstants.RECONCILED, sent.how() == SentSms.How.RECONCILED ? true : null);
        set(CliqtelConstants.PART_IDS, null);
        return this;
    }

    /** The parts of a long text that were sent. */
    public ResultHeaders parts(List<SentSms> parts) {
        set(CliqtelConstants.PART_IDS, ExchangeSendState.ids(parts));
        set(CliqtelConstants.DUPLICATE, all(parts, SentSms.How.DUPLICATE) ? true : null);
        set(CliqtelConstants.RECONCILED, any(parts, SentSms.How.RECONCILED) ? true : null);
        return this;
    }

    private static boolean all(List<SentSms> parts, SentSms.How how) {
        return !parts.isEmpty() && parts.stream().allMatch(part -> part.how() == how);
    }

    private static boolean any(List<SentSms> parts, SentSms.How how) {
        return parts.stream().anyMatch(part -> part.how() == how);
    }

    /** What a text comes to. */
    public ResultHeaders estimate(Estimate estimate) {
        set(CliqtelConstants.SEGMENTS, estimate.segments());
        return this;
    }

    /**
     * An event.
     *
     * @param stale whether it is of a state that its message has left behind
     */
    public ResultHeaders event(WebhookContent content, boolean stale) {
        set(CliqtelConstants.EVENT, content.event());
        set(CliqtelConstants.EVENT_TIMESTAMP, content.timestamp());
        if (content instanceof StatusUpdate update) {
            report(update);
            set(CliqtelConstants.STATUS_STALE, stale);
        }
        return timestamp(content.timestamp());
    }

    private void report(StatusUpdate update) {
        set(CliqtelConstants.MESSAGE_ID, update.id());
        set(CliqtelConstants.SMS_STATUS, word(update.status()));
        set(CliqtelConstants.SMS_DIRECTION, word(update.direction()));
        set(CliqtelConstants.SMS_FROM, update.from());
        set(CliqtelConstants.SMS_TO, update.to());
        set(CliqtelConstants.SEGMENTS, update.segments());
        set(CliqtelConstants.COST, update.cost());
        set(CliqtelConstants.CURRENCY, update.currency());
        set(CliqtelConstants.CREATED_AT, update.createdAt());
        set(CliqtelConstants.UPDATED_AT, update.updatedAt());
        set(
                CliqtelConstants.STATUS_FINAL,
                update.status() != null && update.status().isFinal());
    }

    public ResultHeaders page(Page page) {
        set(CliqtelConstants.LIST_TOTAL, page.total());
        set(CliqtelConstants.LIST_PAGE, page.page());
        set(CliqtelConstants.LIST_PER_PAGE, page.perPage());
        set(CliqtelConstants.LIST_TOTAL_PAGES, page.totalPages());
        return this;
    }

    public ResultHeaders rate(RateLimits limits) {
        set(CliqtelConstants.RATE_LIMIT, limits.limit());
        set(CliqtelConstants.RATE_LIMIT_REMAINING, limits.remaining());
        return this;
    }

    public ResultHeaders error(CliqtelException failure) {
        set(CliqtelConstants.ERROR_CODE, failure.getCode().word());
        set(CliqtelConstants.RETRY_AFTER, wait(failure).map(Duration::toSeconds).orElse(null));
        return this;
    }

    private static Optional<Duration> wait(CliqtelException failure) {
        if (failure instanceof CliqtelUnavailableException unavailable) {
            return unavailable.getRetryAfter();
        }
        return failure instanceof CliqtelThrottledException throttled
                ? Optional.of(throttled.getRetryAfter())
                : Optional.empty();
    }

    public ResultHeaders noError() {
        OF_AN_ERROR.forEach(message::removeHeader);
        return this;
    }

    private ResultHeaders timestamp(OffsetDateTime time) {
        set(
                Exchange.MESSAGE_TIMESTAMP,
                time == null || isBeyondMillis(time) ? null : time.toInstant().toEpochMilli());
        return this;
    }

    // a time that no calendar has must not turn an accepted SMS into a failure
    private static boolean isBeyondMillis(OffsetDateTime time) {
        return Math.abs(time.getYear()) > MAX_YEAR;
    }

    private static String word(DeliveryStatus status) {
        return status == null ? null : status.word();
    }

    private static String word(Direction direction) {
        return direction == null ? null : direction.word();
    }

    private void set(String header, Object value) {
        if (value == null) {
            message.removeHeader(header);
        } else {
            message.setHeader(header, value);
        }
    }
}
