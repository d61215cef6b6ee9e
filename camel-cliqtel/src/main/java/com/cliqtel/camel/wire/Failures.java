/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;

/**
 * Answers that are not a yes, as the exception that says what they mean: the error code first, then the status
 * (the reference's section "Error Handling").
 */
final class Failures {

    private static final Set<ErrorCode> DOCUMENTED = Set.of(
            ErrorCode.UNAUTHENTICATED,
            ErrorCode.NOT_FOUND,
            ErrorCode.NUMBER_NOT_FOUND,
            ErrorCode.VALIDATION_ERROR,
            ErrorCode.RATE_LIMITED,
            ErrorCode.SEND_FAILED,
            ErrorCode.INSUFFICIENT_BALANCE);
    private static final Set<ErrorCode> FINAL_ON_ANY_STATUS =
            Set.of(ErrorCode.SEND_FAILED, ErrorCode.INSUFFICIENT_BALANCE);
    // a request timeout, a conflict: the server does not say that it did nothing
    private static final Set<Integer> UNDECIDED = Set.of(408, 409);

    private final Call call;
    private final Reply reply;
    private final Map<String, Object> error;

    private Failures(Call call, Reply reply) {
        this.call = call;
        this.reply = reply;
        this.error = error(reply);
    }

    /** What the answer, whose status is not 2xx, means. */
    static CliqtelException of(Call call, Reply reply) {
        return new Failures(call, reply).classified();
    }

    private CliqtelException classified() {
        Optional<ErrorCode> said = code();
        if (said.filter(FINAL_ON_ANY_STATUS::contains).isPresent()) {
            return rejected(said.get());
        }
        if (reply.status() == 429 || said.filter(ErrorCode.RATE_LIMITED::equals).isPresent()) {
            return throttled(said.orElse(ErrorCode.RATE_LIMITED));
        }
        if (said.filter(DOCUMENTED::contains).isPresent()) {
            return rejected(said.get());
        }
        if (reply.status() >= 300 && reply.status() < 400) {
            return rejected(ErrorCode.HTTP_STATUS);
        }
        if (isClientError() && (said.isPresent() || !UNDECIDED.contains(reply.status()))) {
            return rejected(said.orElse(ErrorCode.HTTP_STATUS));
        }
        return undecided(said.orElse(ErrorCode.HTTP_STATUS));
    }

    private boolean isClientError() {
        return reply.status() >= 400 && reply.status() < 500;
    }

    private CliqtelException rejected(ErrorCode code) {
        return new CliqtelRejectedException(facts(code, message("the API said no")));
    }

    private CliqtelException throttled(ErrorCode code) {
        Duration wait = new RateHeaders(reply.headers()).retryAfter();
        return new CliqtelThrottledException(
                facts(
                        code,
                        message("too many requests") + ", nothing was done; try again in " + wait.toSeconds() + " s"),
                wait);
    }

    private CliqtelException undecided(ErrorCode code) {
        if (call.repeatable()) {
            return unavailable(code, "", Outcome.NOT_SENT);
        }
        return reply.toWhole()
                ? unavailable(code, ", and whether the SMS was accepted is unknown", Outcome.UNKNOWN)
                : unavailable(code, "; nothing was sent", Outcome.NOT_SENT);
    }

    private CliqtelException unavailable(ErrorCode code, String consequence, Outcome outcome) {
        return new CliqtelUnavailableException(
                facts(code, message("the server could not answer") + consequence), outcome, null);
    }

    private ErrorFacts facts(ErrorCode code, String message) {
        return new ErrorFacts(call.operation(), code, reply.status(), message);
    }

    private String message(String otherwise) {
        if (reply.status() >= 300 && reply.status() < 400) {
            return "the server redirects to " + redirectHost() + ", which is never followed: check baseUrl";
        }
        return error.get("message") instanceof String text && !text.isBlank()
                ? ServerText.shown(text, call.confidential())
                : otherwise + proxy();
    }

    private String proxy() {
        return reply.proxy() == null ? "" : " (or the proxy " + reply.proxy() + " in front of it)";
    }

    private String redirectHost() {
        try {
            String host =
                    URI.create(reply.headers().getOrDefault("location", "")).getHost();
            return host == null ? "another address" : "the host " + ServerText.shown(host, call.confidential());
        } catch (IllegalArgumentException notAnAddress) {
            return "another address";
        }
    }

    private Optional<ErrorCode> code() {
        return error.get("code") instanceof String word && word.matches("[A-Za-z0-9_.\\-]{1,64}")
                ? Optional.of(new ErrorCode(word))
                : Optional.empty();
    }

    // {"error": {"code", "message"}} as documented, or {"message"} as some frameworks answer by themselves
    @SuppressWarnings("unchecked")
    private static Map<String, Object> error(Reply reply) {
        try {
            Map<String, Object> json = Json.read(reply.body());
            return json.get("error") instanceof Map<?, ?> error ? (Map<String, Object>) error : withoutCode(json);
        } catch (IllegalArgumentException notJson) {
            return Map.of();
        }
    }

    private static Map<String, Object> withoutCode(Map<String, Object> json) {
        return json.get("message") instanceof String message ? Map.of("message", message) : Map.of();
    }
}
