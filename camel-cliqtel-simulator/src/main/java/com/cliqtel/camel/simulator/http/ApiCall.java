/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call as it came in. */
final class ApiCall {

    /** Most bytes a body may have. The reference says nothing; 1,600 characters fit in a hundredth of it. */
    static final int MAX_BODY = 1 << 20;

    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    ApiCall(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    /** As it came, percent-encoded; null when there is none. */
    String query() {
        return query;
    }

    /** Names in any case. */
    Map<String, List<String>> headers() {
        return headers;
    }

    /** The value of a header that came once; empty when it did not come, or more than once. */
    Optional<String> onlyHeader(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    byte[] body() {
        return body;
    }

    boolean isTooLarge() {
        return body.length > MAX_BODY;
    }
}
