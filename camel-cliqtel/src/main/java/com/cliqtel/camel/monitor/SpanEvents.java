/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.util.LinkedHashMap;
import java.util.Map;

import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.observe.CallAttempt;
import com.cliqtel.camel.observe.Observer;
import com.cliqtel.camel.observe.SearchEnd;
import com.cliqtel.camel.observe.WaitReason;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.SpanStorageManager;
import org.apache.camel.telemetry.SpanStorageManagerExchange;
import org.apache.camel.telemetry.Tracer;

/**
 * Writes what happens to a send into the span that Camel's tracing keeps for it, as events: words, statuses and milliseconds, nothing of
 * the message. The exchange carries its span, so it is found on whatever thread the send goes on. Thread-safe.
 */
final class SpanEvents implements Observer {

    private static final SpanStorageManager SPANS = new SpanStorageManagerExchange();
    private static final long NANOS = 1_000_000;

    private final Span span;

    private SpanEvents(Span span) {
        this.span = span;
    }

    /** Whether the context traces, and this endpoint is not kept out of it. */
    static boolean areKeptOf(CliqtelEndpoint endpoint) {
        CamelContext context = endpoint.getCamelContext();
        Tracer tracer = context.hasService(Tracer.class);
        return tracer != null && !tracer.exclude(endpoint.getEndpointUri(), context);
    }

    /** The events of an exchange's span; nobody's where it has none. */
    static Observer of(Exchange exchange) {
        Span span = SPANS.peek(exchange);
        return span == null ? NOBODY : new SpanEvents(span);
    }

    @Override
    public void attempted(CallAttempt attempt) {
        Map<String, String> said =
                event("cliqtel.attempt", "outcome", attempt.how().word());
        if (attempt.status() != 0) {
            said.put("http.response.status_code", Integer.toString(attempt.status()));
        }
        said.put("duration_ms", millis(attempt.nanos()));
        span.log(said);
    }

    @Override
    public void waited(WaitReason why, long nanos) {
        Map<String, String> said = event("cliqtel.wait", "for", why.word());
        said.put("duration_ms", millis(nanos));
        span.log(said);
    }

    @Override
    public void searched(SearchEnd result) {
        span.log(event("cliqtel.reconciliation", "result", result.word()));
    }

    @Override
    public void duplicate(Sms sms) {
        span.log(Map.of("event", "cliqtel.duplicate"));
    }

    private static Map<String, String> event(String name, String field, String value) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("event", name);
        said.put(field, value);
        return said;
    }

    private static String millis(long nanos) {
        return Long.toString(nanos / NANOS);
    }

    @Override
    public String toString() {
        return "a span";
    }
}
