/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.model.ApiList;
import com.cliqtel.camel.model.JsonFields;
import com.cliqtel.camel.model.JsonObject;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.SmsNumber;

/** Reads answers: as values, or as exceptions if they are failures. Stateless. */
public final class ReplyReader {

    private ReplyReader() {}

    /**
     * Checks that the answer is a success.
     *
     * @throws CliqtelException when the status is not 2xx
     */
    public static void check(ApiCall call, ApiReply reply) {
        if (!reply.successful()) {
            throw ErrorAnswers.of(call, reply);
        }
    }

    /**
     * Reads the answer to {@code POST /messages} and {@code GET /messages/{id}}.
     *
     * @throws CliqtelUnavailableException when it cannot be read; after a POST with the outcome {@link Outcome#SENT}
     */
    public static Answer<Sms> sms(ApiCall call, ApiReply reply) {
        return read(call, reply, Json::read, json -> new Answer<>(Sms.of(object(json.get("data"))), null));
    }

    /**
     * Reads the answer to {@code GET /messages}: one page. Rows that can't be read are skipped and counted.
     *
     * @throws CliqtelUnavailableException when there is no list in it
     */
    public static Answer<Page> page(ApiCall call, ApiReply reply) {
        return read(call, reply, Json::readRows, json -> {
            Rows<Sms> rows = Rows.of(json.get("data"), Sms::of);
            JsonObject meta = json.get("meta") instanceof JsonObject given ? given : new JsonObject.Builder().build();
            Page page = new Page(
                    rows.read(),
                    JsonFields.integer(meta, "total"),
                    JsonFields.integer(meta, "page"),
                    JsonFields.integer(meta, "per_page"),
                    JsonFields.integer(meta, "total_pages"),
                    rows.skipped());
            return new Answer<>(page, null, null, rows.skipped());
        });
    }

    /**
     * Reads the answer to {@code GET /numbers}. Rows that can't be read are skipped and counted.
     *
     * @throws CliqtelUnavailableException when there is no list in it
     */
    public static Answer<ApiList<SmsNumber>> numbers(ApiCall call, ApiReply reply) {
        return read(call, reply, Json::readRows, json -> {
            Rows<SmsNumber> rows = Rows.of(json.get("data"), SmsNumber::of);
            return new Answer<>(new ApiList<>(rows.read()), null, null, rows.skipped());
        });
    }

    /** Returns the account's quota according to the answer. */
    public static RateLimits rateLimits(ApiReply reply) {
        return new RateHeaders(reply.headers()).limits();
    }

    /** Returns the wait before the next call; empty unless the answer says that the rate limit was exceeded. */
    public static Optional<Duration> holdBack(ApiCall call, ApiReply reply) {
        return !reply.successful() && ErrorAnswers.of(call, reply) instanceof CliqtelThrottledException throttled
                ? Optional.of(throttled.getRetryAfter())
                : Optional.empty();
    }

    /** Returns when the server wrote the answer, by its own clock; empty if it doesn't say. */
    public static Optional<Instant> date(ApiReply reply) {
        return new RateHeaders(reply.headers()).date();
    }

    private static <T> Answer<T> read(
            ApiCall call, ApiReply reply, Function<byte[], JsonObject> reading, Function<JsonObject, Answer<T>> view) {
        try {
            RateHeaders headers = new RateHeaders(reply.headers());
            Answer<T> read = view.apply(reading.apply(reply.body()));
            return new Answer<>(read.value(), headers.limits(), headers.date().orElse(null), read.skipped());
        } catch (IllegalArgumentException unreadable) {
            throw unreadable(call, reply, unreadable.getMessage());
        }
    }

    private static CliqtelException unreadable(ApiCall call, ApiReply reply, String why) {
        String message = "the answer cannot be read: " + why
                + (call.repeatable() ? "" : "; the SMS was accepted, so sending it again would send it twice");
        Outcome outcome = call.repeatable() ? Outcome.NOT_SENT : Outcome.SENT;
        return new CliqtelUnavailableException(
                new ErrorFacts(call.operation(), ErrorCode.UNREADABLE_ANSWER, reply.status(), message), outcome, null);
    }

    /**
     * The rows of a list.
     *
     * @param read the rows that could be read
     * @param skipped the number of rows that could not be read
     */
    private record Rows<T>(List<T> read, int skipped) {

        static <T> Rows<T> of(Object list, Function<Map<String, Object>, T> reading) {
            if (!(list instanceof List<?> rows)) {
                throw new IllegalArgumentException("the field data is not a list");
            }
            List<T> read = new ArrayList<>(rows.size());
            for (Object row : rows) {
                try {
                    read.add(reading.apply(object(row)));
                } catch (IllegalArgumentException unreadable) {
                    // skipped and counted, so that one row doesn't hide the others
                }
            }
            return new Rows<>(read, rows.size() - read.size());
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        if (value instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw new IllegalArgumentException("no object in the field data");
    }
}
