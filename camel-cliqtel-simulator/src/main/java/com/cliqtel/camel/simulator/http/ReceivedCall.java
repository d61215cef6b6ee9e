/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A call the simulator has received, and answered or left without an answer.
 *
 * @param number of all calls, in the order of the answers, from 1
 * @param method such as {@code POST}
 * @param path as it came, percent-encoded, such as {@code /api/v1/sms/messages}
 * @param query as it came, percent-encoded; null when there was none
 * @param headers by name, in any case; immutable
 * @param body as text; empty when there was none
 * @param status it was answered with; 0 when no answer was sent
 * @param at when it was answered, or its connection ended, in the simulator's time
 * @param took from its first byte to that, in real time
 * @param remaining the value of {@code X-RateLimit-Remaining} in its answer; null without the header
 * @param fault the name of its fault; null without a fault
 */
public record ReceivedCall(
        long number,
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        String body,
        int status,
        Instant at,
        Duration took,
        Integer remaining,
        String fault) {

    static ReceivedCall of(long number, ApiCall call, CallResult end) {
        return new ReceivedCall(
                number,
                call.method(),
                call.path(),
                call.query(),
                call.headers(),
                new String(call.body(), StandardCharsets.UTF_8),
                end.answer().status(),
                end.at(),
                call.age(),
                end.remaining(),
                end.fault());
    }

    /**
     * The first value of a header.
     *
     * @param name in any case
     * @return null when it did not come
     */
    public String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }

    /**
     * Says what came in, without the headers, for the key is among them.
     *
     * @return such as {@code POST /api/v1/sms/messages -> 201}, or {@code -> no answer (reset after acceptance)}
     */
    @Override
    public String toString() {
        return method + " " + path + (query == null ? "" : "?" + query) + " -> " + (status == 0 ? "no answer" : status)
                + (fault == null ? "" : " (" + fault + ")");
    }
}
