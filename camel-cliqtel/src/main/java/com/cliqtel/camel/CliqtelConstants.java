/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import org.apache.camel.spi.Metadata;

/**
 * The names of the headers. Some are input, others are results of an operation. A result header never has the name of an
 * input header, since a header outlives its step. The one exception is {@link #MESSAGE_ID}, which {@code cliqtel:get} reads
 * where its option {@code messageId} is not set.
 */
public final class CliqtelConstants {

    @Metadata(
            label = "producer",
            description = "The sending number (`send`). It overrides the option `from`.",
            javaType = "String")
    public static final String FROM = "CamelCliqtelFrom";

    @Metadata(
            label = "producer",
            description = "The id of the sending number, instead of the number itself (`send`).",
            javaType = "Long")
    public static final String FROM_NUMBER_ID = "CamelCliqtelFromNumberId";

    @Metadata(
            label = "producer",
            description =
                    "The recipient (`send`). It overrides the option `to`. `list` has a header of its own, `CamelCliqtelFilterTo`.",
            javaType = "String")
    public static final String TO = "CamelCliqtelTo";

    @Metadata(
            label = "producer",
            description = "Where delivery reports of this SMS go: https, and on an allowed host (`send`).",
            javaType = "String")
    public static final String STATUS_CALLBACK_URL = "CamelCliqtelStatusCallbackUrl";

    @Metadata(
            description =
                    "The id of a message. `send`, `get`, `webhook`, `inbound` and `status` set it. `get` reads it where the option `messageId` is not set.",
            javaType = "Long")
    public static final String MESSAGE_ID = "CamelCliqtelMessageId";

    @Metadata(
            label = "producer",
            description = "Lists only messages from this sender (`list`). It overrides the option `from`.",
            javaType = "String")
    public static final String FILTER_FROM = "CamelCliqtelFilterFrom";

    @Metadata(
            label = "producer",
            description = "Lists only messages to this recipient (`list`). It overrides the option `to`.",
            javaType = "String")
    public static final String FILTER_TO = "CamelCliqtelFilterTo";

    @Metadata(
            label = "producer",
            description =
                    "Lists only messages of this direction, `inbound` or `outbound` (`list`). It overrides the option `direction`.",
            javaType = "String")
    public static final String FILTER_DIRECTION = "CamelCliqtelFilterDirection";

    @Metadata(
            label = "producer",
            description = "Lists only messages of this status (`list`). It overrides the option `status`.",
            javaType = "String")
    public static final String FILTER_STATUS = "CamelCliqtelFilterStatus";

    @Metadata(
            label = "producer",
            description =
                    "Lists only messages of the account's number with this id (`list`). It overrides the option `numberId`.",
            javaType = "Long")
    public static final String FILTER_NUMBER_ID = "CamelCliqtelFilterNumberId";

    @Metadata(
            label = "producer",
            description =
                    "Lists only messages after this time: ISO 8601 text, or a date-time object (`list`). It overrides the option `since`.",
            javaType = "java.time.OffsetDateTime")
    public static final String FILTER_SINCE = "CamelCliqtelFilterSince";

    @Metadata(label = "producer", description = "The page, from 1 (`list`).", javaType = "Integer")
    public static final String PAGE = "CamelCliqtelPage";

    @Metadata(label = "producer", description = "Messages per page, 1 to 100 (`list`).", javaType = "Integer")
    public static final String PER_PAGE = "CamelCliqtelPerPage";

    @Metadata(
            label = "producer",
            description =
                    "What names this SMS, so that it is sent once however often it is handed over; used by nothing else in the account (`send`).",
            javaType = "String")
    public static final String IDEMPOTENCY_KEY = "CamelCliqtelIdempotencyKey";

    @Metadata(
            description =
                    "How far an SMS has come: `queued`, `sent`, `delivered`, `failed`, or another word as it came.",
            javaType = "String")
    public static final String SMS_STATUS = "CamelCliqtelSmsStatus";

    @Metadata(description = "`outbound` or `inbound`.", javaType = "String")
    public static final String SMS_DIRECTION = "CamelCliqtelSmsDirection";

    @Metadata(description = "The sender of an SMS, as it came.", javaType = "String")
    public static final String SMS_FROM = "CamelCliqtelSmsFrom";

    @Metadata(description = "The recipient of an SMS, as it came.", javaType = "String")
    public static final String SMS_TO = "CamelCliqtelSmsTo";

    @Metadata(description = "How many parts an SMS is sent as, each charged.", javaType = "Integer")
    public static final String SEGMENTS = "CamelCliqtelSegments";

    @Metadata(description = "What an SMS costs.", javaType = "java.math.BigDecimal")
    public static final String COST = "CamelCliqtelCost";

    @Metadata(description = "The currency of the cost, ISO 4217.", javaType = "String")
    public static final String CURRENCY = "CamelCliqtelCurrency";

    @Metadata(label = "producer", description = "Who carries an SMS.", javaType = "String")
    public static final String CARRIER = "CamelCliqtelCarrier";

    @Metadata(description = "When the API accepted an SMS.", javaType = "java.time.OffsetDateTime")
    public static final String CREATED_AT = "CamelCliqtelCreatedAt";

    @Metadata(description = "When the status of an SMS last changed.", javaType = "java.time.OffsetDateTime")
    public static final String UPDATED_AT = "CamelCliqtelUpdatedAt";

    @Metadata(label = "producer", description = "How many messages match in all.", javaType = "Integer")
    public static final String LIST_TOTAL = "CamelCliqtelListTotal";

    @Metadata(label = "producer", description = "Which page this is, from 1.", javaType = "Integer")
    public static final String LIST_PAGE = "CamelCliqtelListPage";

    @Metadata(label = "producer", description = "How many messages a page holds.", javaType = "Integer")
    public static final String LIST_PER_PAGE = "CamelCliqtelListPerPage";

    @Metadata(label = "producer", description = "How many pages there are.", javaType = "Integer")
    public static final String LIST_TOTAL_PAGES = "CamelCliqtelListTotalPages";

    @Metadata(label = "producer", description = "Requests allowed in a window.", javaType = "Integer")
    public static final String RATE_LIMIT = "CamelCliqtelRateLimit";

    @Metadata(label = "producer", description = "Requests left in this window.", javaType = "Integer")
    public static final String RATE_LIMIT_REMAINING = "CamelCliqtelRateLimitRemaining";

    @Metadata(
            label = "producer",
            description = "True where the idempotency key says that it was sent before: nothing was sent now.",
            javaType = "Boolean")
    public static final String DUPLICATE = "CamelCliqtelDuplicate";

    @Metadata(
            label = "producer",
            description = "True where nobody answered for the SMS, and it was found in the list of messages.",
            javaType = "Boolean")
    public static final String RECONCILED = "CamelCliqtelReconciled";

    @Metadata(
            label = "producer",
            description = "The ids of the parts of a long text that were sent, in order (`longMessage=split`).",
            javaType = "java.util.List")
    public static final String PART_IDS = "CamelCliqtelPartIds";

    @Metadata(
            label = "producer",
            description = "Why a call failed, in the API's word or the component's own.",
            javaType = "String")
    public static final String ERROR_CODE = "CamelCliqtelErrorCode";

    @Metadata(
            label = "producer",
            description = "Seconds to wait before trying again, after a refusal for the rate.",
            javaType = "Long")
    public static final String RETRY_AFTER = "CamelCliqtelRetryAfter";

    @Metadata(
            label = "consumer",
            description = "The name of an event, such as `sms.status_updated`.",
            javaType = "String")
    public static final String EVENT = "CamelCliqtelEvent";

    @Metadata(label = "consumer", description = "When an event happened.", javaType = "java.time.OffsetDateTime")
    public static final String EVENT_TIMESTAMP = "CamelCliqtelEventTimestamp";

    @Metadata(
            label = "consumer",
            description = "Whether nothing is expected to follow: true for `delivered` and `failed`.",
            javaType = "Boolean")
    public static final String STATUS_FINAL = "CamelCliqtelStatusFinal";

    @Metadata(
            label = "consumer",
            description =
                    "Whether a report is of a state that its message has left behind: older, or lower in rank, than one the route has had.",
            javaType = "Boolean")
    public static final String STATUS_STALE = "CamelCliqtelStatusStale";

    private CliqtelConstants() {}
}
