/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.cliqtel.camel.simulator.json.ApiJson;

/**
 * An answer that was made up: a status, a body, headers.
 *
 * <p>One with a JSON body comes from the account, so it has the {@code X-RateLimit} headers, of the limits as they are,
 * unless it brings its own; any other comes from a gateway in front of it, and has none. All have a {@code Date}, of the
 * simulator's time.
 *
 * @param status 200 to 599
 * @param contentType of the body; empty when there is none
 * @param body its text, sent in UTF-8; empty for none
 * @param headers all others; names in any case
 * @param retryAfter the {@code Retry-After} header; empty for none
 */
public record Reply(
        int status, String contentType, String body, Map<String, String> headers, Optional<RetryAfter> retryAfter)
        implements Symptom {

    private static final String JSON = "application/json";
    private static final Set<Integer> BODILESS = Set.of(204, 205, 304);

    /**
     * Refuses what is no answer.
     *
     * @throws IllegalArgumentException when the status or a header is not as described, or the status allows no body
     */
    public Reply {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("The status of an answer must be 200 to 599, not " + status);
        }
        if (BODILESS.contains(status) && !body.isEmpty()) {
            throw new IllegalArgumentException("An answer with the status " + status + " has no body");
        }
        ReplyHeaders.requireValue("Content-Type", contentType);
        Map<String, String> checked = Map.of();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            checked = ReplyHeaders.with(checked, header.getKey(), header.getValue());
        }
        headers = checked;
    }

    static Reply of(int status) {
        return new Reply(status, "", "", Map.of(), Optional.empty());
    }

    /**
     * The same with a body of any kind.
     *
     * @param newContentType visible ASCII characters
     * @param newBody its text
     * @return the answer
     */
    public Reply body(String newContentType, String newBody) {
        return new Reply(status, newContentType, newBody, headers, retryAfter);
    }

    /**
     * The same with a JSON body; whether it is JSON is not checked.
     *
     * @param json its text
     * @return the answer
     */
    public Reply json(String json) {
        return body(JSON, json);
    }

    /**
     * The same with an error as the reference documents it.
     *
     * @param code such as {@code send_failed}
     * @param message a sentence
     * @return the answer, with {@code {"error":{"code":…,"message":…}}}
     */
    public Reply error(String code, String message) {
        return json(ApiJson.error(code, message));
    }

    /**
     * The same with an error as Laravel writes it by itself.
     *
     * @param message a sentence, such as {@code Too Many Attempts.}
     * @return the answer, with {@code {"message":…}}
     */
    public Reply message(String message) {
        return json(ApiJson.plainMessage(message));
    }

    /**
     * The same with a page as gateways show it.
     *
     * @return the answer, in HTML
     */
    public Reply html() {
        return body(
                "text/html",
                "<html>\n<head><title>%1$d</title></head>\n<body><center><h1>%1$d</h1></center></body>\n</html>\n"
                        .formatted(status));
    }

    /**
     * The same with one more header, or another value of it.
     *
     * @param name a header's name, but none that has a method of its own, and none that frames the body
     * @param value visible ASCII characters and blanks
     * @return the answer
     * @throws IllegalArgumentException when it is no such header
     */
    public Reply header(String name, String value) {
        return new Reply(status, contentType, body, ReplyHeaders.with(headers, name, value), retryAfter);
    }

    /**
     * The same with {@code Retry-After} in seconds.
     *
     * @param seconds 0 or more
     * @return the answer
     * @throws IllegalArgumentException when it is negative
     */
    public Reply retryAfter(long seconds) {
        return retryAfter(new RetryAfter.Seconds(seconds));
    }

    /**
     * The same with whatever one likes as {@code Retry-After}.
     *
     * @param text visible ASCII characters and blanks
     * @return the answer
     * @throws IllegalArgumentException when there is anything else in it
     */
    public Reply retryAfter(String text) {
        return retryAfter(new RetryAfter.Text(text));
    }

    /**
     * The same with an HTTP date as {@code Retry-After}.
     *
     * @param fromNow how far from the server's time when it answers; negative for the past; at most 365 days
     * @return the answer
     * @throws IllegalArgumentException when it is beyond 365 days
     */
    public Reply retryAt(Duration fromNow) {
        return retryAfter(new RetryAfter.Date(fromNow));
    }

    /**
     * Whether the account gives it, rather than a gateway.
     *
     * @return true when the body is JSON
     */
    public boolean isOfTheAccount() {
        return contentType.equals(JSON);
    }

    @Override
    public String words() {
        return "status " + status;
    }

    @Override
    public void on(ClientChannel line) {
        line.answer(this);
    }

    @Override
    public boolean needsAnswer() {
        return false;
    }

    private Reply retryAfter(RetryAfter value) {
        return new Reply(status, contentType, body, headers, Optional.of(value));
    }
}
