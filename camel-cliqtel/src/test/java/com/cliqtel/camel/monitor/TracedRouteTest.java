/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.fault.Fault.afterAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The span of a send, as Camel's OpenTelemetry exports it. */
class TracedRouteTest {

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build();
    private final OpenTelemetryTracer tracing = new OpenTelemetryTracer();
    private final TestAccount account;

    TracedRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
        account.component().getSend().setSettlingTime(Duration.ofMillis(200));
        account.context().getRegistry().bind("tracer", provider.get("test"));
        account.context().getRegistry().bind("propagators", ContextPropagators.noop());
    }

    @AfterEach
    void close() throws Exception {
        account.close();
        provider.close();
    }

    private void start() throws Exception {
        tracing.init(account.context());
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                onException(CliqtelException.class).handled(true).stop();
                from("direct:in").to("cliqtel:send?to=+31612345678&longMessage=split");
            }
        });
    }

    private void send(String text) {
        account.context().createProducerTemplate().sendBody("direct:in", text);
    }

    private void send(int nth, Fault fault) {
        account.simulator().faults().add(FaultRule.sends(fault).nth(nth));
    }

    private SpanData theSend() {
        await().until(() -> sends().size() == 1);
        return sends().get(0);
    }

    private List<SpanData> sends() {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals("cliqtel:send"))
                .toList();
    }

    private static String said(EventData event) {
        return event.getName()
                + Stream.of("outcome", "http.response.status_code", "for", "result")
                        .map(name -> event.getAttributes().get(AttributeKey.stringKey(name)))
                        .filter(Objects::nonNull)
                        .map(value -> " " + value)
                        .collect(Collectors.joining());
    }

    @Test
    void aRefusalAndALostAnswerAreEventsOfOneSpan() throws Exception {
        start();
        send(1, beforeAcceptance(Symptom.status(429).retryAfter("0")));
        send(2, afterAcceptance(Symptom.closed()));
        send("canary");
        assertThat(theSend().getEvents().stream().map(TracedRouteTest::said))
                .containsExactly(
                        "cliqtel.attempt throttled 429",
                        "cliqtel.wait retry",
                        "cliqtel.attempt unknown",
                        "cliqtel.wait settling",
                        "cliqtel.reconciliation found");
        assertThat(theSend().getEvents())
                .filteredOn(event -> !event.getName().equals("cliqtel.reconciliation"))
                .allSatisfy(event -> assertThat(event.getAttributes().get(AttributeKey.stringKey("duration_ms")))
                        .matches("\\d+"));
        assertThat(theSend().getParentSpanContext().isValid()).isTrue();
    }

    @Test
    void theSpanContainsNeitherMessageNorKey() throws Exception {
        start();
        send(1, beforeAcceptance(Symptom.status(400)));
        send("canary");
        assertThat(theSend().toString())
                .contains("http://127.0.0.1")
                .doesNotContain("canary")
                .doesNotContain("31612345678")
                .doesNotContain("16625163513");
    }

    @Test
    void thePartsOfALongTextAreEventsOfOneSpan() throws Exception {
        start();
        send("canary ".repeat(400));
        assertThat(theSend().getEvents().stream().map(TracedRouteTest::said))
                .hasSizeGreaterThan(1)
                .containsOnly("cliqtel.attempt answered 201");
    }

    @Test
    void anExcludedEndpointWritesNoEvents() throws Exception {
        tracing.setExcludePatterns("cliqtel:*");
        start();
        send("canary");
        await().until(() -> !exporter.getFinishedSpanItems().isEmpty());
        assertThat(exporter.getFinishedSpanItems())
                .allSatisfy(span -> assertThat(span.getEvents()).isEmpty());
    }
}
