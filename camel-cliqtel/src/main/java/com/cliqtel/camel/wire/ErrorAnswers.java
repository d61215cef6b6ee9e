/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;

/**
 * Creates the exception for an answer whose status is not 2xx. The error code decides first, then the status (the reference's section
 * "Error Handling").
 */
final class ErrorAnswers {

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
    // by RFC 9110 and RFC 8470 the server has not executed the request
    private static final Set<Integer> NOT_PROCESSED = Set.of(421, 425);
    // the server (408) or its proxy (460, 499) stopped waiting, so the request may have been executed
    private static final Set<Integer> TIMED_OUT = Set.of(408, 460, 499);
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.\\-]{1,64}");
    private static final int CONFLICT = 409;
    private static final int SERVICE_UNAVAILABLE = 503;
    // these statuses ask for the same request at another address, so the request was not executed here
    private static final Set<Integer> SAME_REQUEST_ELSEWHERE = Set.of(307, 308);

    private final ApiCall call;
    private final ApiReply reply;
    private final Map<String, Object> error;

    private ErrorAnswers(ApiCall call, ApiReply reply) {
        this.call = call;
        this.reply = reply;
        this.error = error(reply);
    }

    /** Returns the exception for an answer whose status is not 2xx. */
    static CliqtelException of(ApiCall call, ApiReply reply) {
        return new ErrorAnswers(call, reply).classified();
    }

    private CliqtelException classified() {
        Optional<ErrorCode> code = code();
        if (code.filter(FINAL_ON_ANY_STATUS::contains).isPresent()) {
            return rejected(code.get());
        }
        if (reply.status() == 429 || code.filter(ErrorCode.RATE_LIMITED::equals).isPresent()) {
            return throttled(code.orElse(ErrorCode.RATE_LIMITED));
        }
        if (code.filter(DOCUMENTED::contains).isPresent()) {
            return rejected(code.get());
        }
        return byStatus(code);
    }

    private CliqtelException byStatus(Optional<ErrorCode> code) {
        if (NOT_PROCESSED.contains(reply.status())) {
            return notSent(code.orElse(ErrorCode.HTTP_STATUS));
        }
        if (isRedirect()) {
            return saysWhatBecameOfIt() ? rejected(ErrorCode.HTTP_STATUS) : undecided(ErrorCode.HTTP_STATUS);
        }
        if (isClientError()
                && !TIMED_OUT.contains(reply.status())
                && (code.isPresent() || reply.status() != CONFLICT)) {
            return rejected(code.orElse(ErrorCode.HTTP_STATUS));
        }
        return undecided(code.orElse(ErrorCode.HTTP_STATUS));
    }

    // servers also redirect after they have executed a POST: 303 means this, and many servers use 301 or 302 for it
    private boolean saysWhatBecameOfIt() {
        return call.repeatable() || !reply.toWhole() || SAME_REQUEST_ELSEWHERE.contains(reply.status());
    }

    private boolean isRedirect() {
        return reply.status() >= 300 && reply.status() < 400;
    }

    private boolean isClientError() {
        return reply.status() >= 400 && reply.status() < 500;
    }

    private CliqtelException rejected(ErrorCode code) {
        return new CliqtelRejectedException(facts(code, message("the API said no")));
    }

    private CliqtelException throttled(ErrorCode code) {
        Duration wait = new RateHeaders(reply.headers()).retryAfter().orElse(RateHeaders.DEFAULT_WAIT);
        return new CliqtelThrottledException(
                facts(
                        code,
                        message("too many requests") + ", nothing was done; try again in " + wait.toSeconds() + " s"),
                wait);
    }

    private CliqtelException undecided(ErrorCode code) {
        return call.repeatable() || !reply.toWhole()
                ? notSent(code)
                : new CliqtelUnavailableException(
                        facts(
                                code,
                                message("the server could not answer")
                                        + ", and whether the SMS was accepted is unknown"),
                        Outcome.UNKNOWN,
                        null);
    }

    private CliqtelException notSent(ErrorCode code) {
        ErrorFacts facts =
                facts(code, message("the server could not answer") + (call.repeatable() ? "" : "; nothing was sent"));
        Optional<Duration> wait = reply.status() == SERVICE_UNAVAILABLE || NOT_PROCESSED.contains(reply.status())
                ? new RateHeaders(reply.headers()).retryAfter()
                : Optional.empty();
        return wait.map(named -> CliqtelUnavailableException.until(named, facts))
                .orElseGet(() -> new CliqtelUnavailableException(facts, Outcome.NOT_SENT, null));
    }

    private ErrorFacts facts(ErrorCode code, String message) {
        return new ErrorFacts(call.operation(), code, reply.status(), message);
    }

    private String message(String otherwise) {
        if (isRedirect()) {
            return "the server redirects to " + redirectHost() + ", which is never followed: check baseUrl";
        }
        return error.get("message") instanceof String text && !text.isBlank()
                ? call.confidential().shown(text)
                : otherwise + proxy();
    }

    private String proxy() {
        return reply.proxy() == null ? "" : " (or the proxy " + reply.proxy() + " in front of it)";
    }

    private String redirectHost() {
        try {
            String host =
                    URI.create(reply.headers().getOrDefault("location", "")).getHost();
            return host == null
                    ? "another address"
                    : "the host " + call.confidential().shown(host);
        } catch (IllegalArgumentException notAnAddress) {
            return "another address";
        }
    }

    private Optional<ErrorCode> code() {
        return error.get("code") instanceof String word && WORD.matcher(word).matches()
                ? Optional.of(new ErrorCode(word)).filter(this::mayBeShown)
                : Optional.empty();
    }

    private boolean mayBeShown(ErrorCode code) {
        return DOCUMENTED.contains(code) || call.confidential().isHarmless(code.word());
    }

    // {"error": {"code", "message"}} as documented, or {"message"} as some frameworks answer by themselves
    @SuppressWarnings("unchecked")
    private static Map<String, Object> error(ApiReply reply) {
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
