/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Checks the headers of a fault's answer. Headers that would break the HTTP framing are refused. */
final class ReplyHeaders {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern VALUE = Pattern.compile("[ -~]*");
    private static final Map<String, String> REFUSED = refused();

    private ReplyHeaders() {}

    static Map<String, String> with(Map<String, String> headers, String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A header's name must be letters, digits and dashes, not \"" + name + "\"");
        }
        if (REFUSED.containsKey(name)) {
            throw new IllegalArgumentException(
                    "The header " + name + " cannot be set. Right would be: " + REFUSED.get(name));
        }
        requireValue(name, value);
        Map<String, String> more = copy(headers);
        more.put(name, value);
        return Collections.unmodifiableMap(more);
    }

    static void requireValue(String name, String value) {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("The value of " + name + " must be visible ASCII characters and blanks");
        }
    }

    static Map<String, String> copy(Map<String, String> headers) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return copy;
    }

    private static Map<String, String> refused() {
        Map<String, String> refused = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Set.of("Content-Length", "Transfer-Encoding").forEach(name -> refused.put(name, "Symptom.truncated()"));
        refused.put("Content-Type", "Reply.body(contentType, text)");
        refused.put("Retry-After", "Reply.retryAfter(…)");
        return refused;
    }
}
