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
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.wire.Page;
import com.cliqtel.camel.wire.RateLimits;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Writes results as headers of a message. A value that is null removes the header, so that no earlier result remains. */
public final class ResultHeaders {

    private static final List<String> ERROR_HEADERS =
            List.of(CliqtelConstants.ERROR_CODE, CliqtelConstants.RETRY_AFTER);

    private static final int MAX_YEAR = 100_000_000;

    private final Message message;

    private ResultHeaders(Message message) {
        this.message = message;
    }

    /** Returns a writer for this message. */
    public static ResultHeaders on(Message message) {
        return new ResultHeaders(message);
    }

    /** Writes the headers of a message that the API lists or has accepted. */
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

    /**
     * Writes what a send did.
     *
     * @param duplicate whether an idempotency key says that all of it was sent before
     * @param reconciled whether a search found at least a part of it
     * @param partIds the ids of a long message's parts; null for a message that was sent as one SMS
     */
    public ResultHeaders send(boolean duplicate, boolean reconciled, List<Long> partIds) {
        set(CliqtelConstants.DUPLICATE, duplicate ? true : null);
        set(CliqtelConstants.RECONCILED, reconciled ? true : null);
        set(CliqtelConstants.PART_IDS, partIds);
        return this;
    }

    /** Writes the number of segments that a text needs. */
    public ResultHeaders estimate(Estimate estimate) {
        set(CliqtelConstants.SEGMENTS, estimate.segments());
        return this;
    }

    /**
     * Writes the headers of a webhook event or of a status change.
     *
     * @param stale whether a delivery report is older than one already processed for the same message
     */
    public ResultHeaders event(WebhookContent content, boolean stale) {
        set(CliqtelConstants.EVENT, content.event());
        set(CliqtelConstants.EVENT_TIMESTAMP, content.timestamp());
        if (content instanceof StatusUpdate update) {
            statusUpdate(update);
            set(CliqtelConstants.STATUS_STALE, stale);
        }
        return timestamp(content.timestamp());
    }

    private void statusUpdate(StatusUpdate update) {
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

    /** Writes the position of a page in its list. */
    public ResultHeaders page(Page page) {
        set(CliqtelConstants.LIST_TOTAL, page.total());
        set(CliqtelConstants.LIST_PAGE, page.page());
        set(CliqtelConstants.LIST_PER_PAGE, page.perPage());
        set(CliqtelConstants.LIST_TOTAL_PAGES, page.totalPages());
        return this;
    }

    /** Writes the rate limit that an answer reported. */
    public ResultHeaders rate(RateLimits limits) {
        set(CliqtelConstants.RATE_LIMIT, limits.limit());
        set(CliqtelConstants.RATE_LIMIT_REMAINING, limits.remaining());
        return this;
    }

    /** Writes the error code and, where it is known, the time to wait in seconds. */
    public ResultHeaders error(CliqtelException failure) {
        set(CliqtelConstants.ERROR_CODE, failure.getCode().word());
        set(
                CliqtelConstants.RETRY_AFTER,
                retryAfter(failure).map(Duration::toSeconds).orElse(null));
        return this;
    }

    private static Optional<Duration> retryAfter(CliqtelException failure) {
        if (failure instanceof CliqtelUnavailableException unavailable) {
            return unavailable.getRetryAfter();
        }
        return failure instanceof CliqtelThrottledException throttled
                ? Optional.of(throttled.getRetryAfter())
                : Optional.empty();
    }

    /** Removes the error headers of an earlier step. */
    public ResultHeaders noError() {
        ERROR_HEADERS.forEach(message::removeHeader);
        return this;
    }

    private ResultHeaders timestamp(OffsetDateTime time) {
        set(
                Exchange.MESSAGE_TIMESTAMP,
                time == null || isBeyondMillis(time) ? null : time.toInstant().toEpochMilli());
        return this;
    }

    // a year that milliseconds can't express must not turn an accepted SMS into a failure
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
