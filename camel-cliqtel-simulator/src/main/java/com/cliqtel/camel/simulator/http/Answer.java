/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import com.cliqtel.camel.simulator.json.ApiJson;

/**
 * What a call is answered with.
 *
 * @param status the HTTP status
 * @param headers by name, in any case; immutable
 * @param body as text; empty for none
 */
public record Answer(int status, Map<String, String> headers, String body) {

    /** Copies the headers. */
    public Answer {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
    }

    /**
     * An answer with JSON.
     *
     * @param status the HTTP status
     * @param body the JSON
     * @return the answer
     */
    public static Answer json(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "application/json"), body);
    }

    static Answer error(int status, String code, String message) {
        return json(status, ApiJson.error(code, message));
    }

    /**
     * The same with a header more.
     *
     * @param header its name
     * @param value its value
     * @return another
     */
    public Answer with(String header, Object value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value.toString());
        return new Answer(status, more, body);
    }

    /** With a header, unless it has that one already. */
    Answer orElse(String header, Object value) {
        return headers.containsKey(header) ? this : with(header, value);
    }
}
