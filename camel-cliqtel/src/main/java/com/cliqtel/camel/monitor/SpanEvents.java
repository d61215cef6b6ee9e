/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.util.LinkedHashMap;
import java.util.Map;

import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.observe.CallAttempt;
import com.cliqtel.camel.observe.Observer;
import com.cliqtel.camel.observe.SearchEnd;
import com.cliqtel.camel.observe.WaitReason;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.SpanStorageManager;
import org.apache.camel.telemetry.SpanStorageManagerExchange;
import org.apache.camel.telemetry.Tracer;

/**
 * Writes the steps of a send as events into the exchange's current span. An event has words, HTTP statuses and milliseconds, and
 * nothing of the message. The span is taken from the exchange, so it is found on every thread. Thread-safe.
 */
final class SpanEvents implements Observer {

    private static final SpanStorageManager SPANS = new SpanStorageManagerExchange();
    private static final long NANOS = 1_000_000;

    private final Span span;

    private SpanEvents(Span span) {
        this.span = span;
    }

    /** Returns whether the context has a tracer and the tracer doesn't exclude this endpoint. */
    static boolean areWrittenFor(Endpoint endpoint) {
        CamelContext context = endpoint.getCamelContext();
        Tracer tracer = context.hasService(Tracer.class);
        return tracer != null && !tracer.exclude(endpoint.getEndpointUri(), context);
    }

    /** Returns the observer that writes into the exchange's span; one that does nothing if there is no span. */
    static Observer of(Exchange exchange) {
        Span span = SPANS.peek(exchange);
        return span == null ? NOBODY : new SpanEvents(span);
    }

    @Override
    public void attempted(CallAttempt attempt) {
        Map<String, String> event =
                event("cliqtel.attempt", "outcome", attempt.how().word());
        if (attempt.status() != 0) {
            event.put("http.response.status_code", Integer.toString(attempt.status()));
        }
        event.put("duration_ms", millis(attempt.nanos()));
        span.log(event);
    }

    @Override
    public void waited(WaitReason why, long nanos) {
        Map<String, String> event = event("cliqtel.wait", "for", why.word());
        event.put("duration_ms", millis(nanos));
        span.log(event);
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
        Map<String, String> event = new LinkedHashMap<>();
        event.put("event", name);
        event.put(field, value);
        return event;
    }

    private static String millis(long nanos) {
        return Long.toString(nanos / NANOS);
    }

    @Override
    public String toString() {
        return "a span";
    }
}
