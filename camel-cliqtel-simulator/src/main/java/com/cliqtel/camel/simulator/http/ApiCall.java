/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call as it came in. */
public final class ApiCall {

    /** Most bytes a body may have. The reference says nothing; 1,600 characters fit in a hundredth of it. */
    static final int MAX_BODY = 1 << 20;

    private final Head head;
    private final byte[] body;

    ApiCall(Head head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    /**
     * What it wants.
     *
     * @return such as {@code POST}
     */
    public String method() {
        return head.method();
    }

    /**
     * Where it leads.
     *
     * @return as it came, percent-encoded
     */
    public String path() {
        return head.path();
    }

    /**
     * What follows the path.
     *
     * @return as it came, percent-encoded; null when there is nothing
     */
    public String query() {
        return head.query();
    }

    /**
     * Its headers.
     *
     * @return by name, in any case; immutable
     */
    public Map<String, List<String>> headers() {
        return head.headers();
    }

    /**
     * A header that came once.
     *
     * @param name in any case
     * @return its value; empty when it did not come, or more than once
     */
    public Optional<String> onlyHeader(String name) {
        List<String> values = headers().getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /**
     * Its body.
     *
     * @return not to be changed; empty when there is none
     */
    public byte[] body() {
        return body;
    }

    boolean isTooLarge() {
        return body.length > MAX_BODY;
    }

    /** How long ago it began, in real time. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - head.began());
    }

    /**
     * All but its body.
     *
     * @param query null when there is none
     * @param headers by name, in any case
     * @param began when its first byte was read, by {@link System#nanoTime()}
     */
    record Head(String method, String path, String query, Map<String, List<String>> headers, long began) {}
}
