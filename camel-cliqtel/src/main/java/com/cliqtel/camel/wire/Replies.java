/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.model.Answer;
import com.cliqtel.camel.model.ApiList;
import com.cliqtel.camel.model.Page;
import com.cliqtel.camel.model.RateLimits;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.SmsNumber;

/** Answers as what they say, or as the exception that says what they mean. Stateless. */
public final class Replies {

    private Replies() {}

    /**
     * Does nothing when the API said yes.
     *
     * @throws CliqtelException the kind that the answer means, otherwise
     */
    public static void check(Call call, Reply reply) {
        if (!reply.successful()) {
            throw Failures.of(call, reply);
        }
    }

    /**
     * The answer to {@code POST /messages} and {@code GET /messages/{id}}.
     *
     * @throws CliqtelUnavailableException when it cannot be read; after a POST with the outcome {@link Outcome#SENT}
     */
    public static Answer<Sms> sms(Call call, Reply reply) {
        return read(call, reply, json -> Sms.of(object(json.get("data"))));
    }

    /** The answer to {@code GET /messages}: one page. */
    public static Answer<Page> page(Call call, Reply reply) {
        return read(
                call,
                reply,
                json -> Page.of(
                        objects(json.get("data")).map(Sms::of).toList(),
                        json.get("meta") instanceof Map<?, ?> meta ? object(meta) : Map.of()));
    }

    /** The answer to {@code GET /numbers}. */
    public static Answer<ApiList<SmsNumber>> numbers(Call call, Reply reply) {
        return read(
                call,
                reply,
                json -> new ApiList<>(
                        objects(json.get("data")).map(SmsNumber::of).toList()));
    }

    /** What the answer says of the account's quota. */
    public static RateLimits rateLimits(Reply reply) {
        return new RateHeaders(reply.headers()).limits();
    }

    /** How long nothing should be asked after this answer; empty unless it refuses the call for the rate. */
    public static Optional<Duration> holdBack(Call call, Reply reply) {
        return !reply.successful() && Failures.of(call, reply) instanceof CliqtelThrottledException throttled
                ? Optional.of(throttled.getRetryAfter())
                : Optional.empty();
    }

    /** When the server wrote the answer, by its own clock; empty when it doesn't say. */
    public static Optional<Instant> date(Reply reply) {
        return new RateHeaders(reply.headers()).date();
    }

    private static <T> Answer<T> read(Call call, Reply reply, Function<Map<String, Object>, T> view) {
        try {
            RateHeaders headers = new RateHeaders(reply.headers());
            return new Answer<>(
                    view.apply(Json.read(reply.body())),
                    headers.limits(),
                    headers.date().orElse(null));
        } catch (IllegalArgumentException unreadable) {
            throw unreadable(call, reply, unreadable.getMessage());
        }
    }

    private static CliqtelException unreadable(Call call, Reply reply, String why) {
        String message = "the answer cannot be read: " + why
                + (call.repeatable() ? "" : "; the SMS was accepted, so sending it again would send it twice");
        Outcome outcome = call.repeatable() ? Outcome.NOT_SENT : Outcome.SENT;
        return new CliqtelUnavailableException(
                new ErrorFacts(call.operation(), ErrorCode.UNREADABLE_ANSWER, reply.status(), message), outcome, null);
    }

    private static Stream<Map<String, Object>> objects(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Replies::object);
        }
        throw new IllegalArgumentException("no list in the field data");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        if (value instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw new IllegalArgumentException("no object in the field data");
    }
}
