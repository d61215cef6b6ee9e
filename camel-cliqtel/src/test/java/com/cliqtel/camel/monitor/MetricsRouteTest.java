/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.metrics.MeterName;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.search.RequiredSearch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.fault.Fault.afterAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static org.assertj.core.api.Assertions.assertThat;

/** The metrics of sends and their failures in the application's Micrometer registry. */
class MetricsRouteTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final TestAccount account;

    MetricsRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
        account.component().getSend().setSettlingTime(Duration.ofMillis(200));
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private void start(MeterRegistry... bound) throws Exception {
        for (MeterRegistry one : bound) {
            account.context().getRegistry().bind("registry" + one.hashCode(), one);
        }
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                onException(CliqtelException.class).handled(true).stop();
                from("direct:in").to("cliqtel:send?to=+31612345678");
                from("direct:get").to("cliqtel:get");
            }
        });
    }

    private void send(String text) {
        account.context().createProducerTemplate().sendBody("direct:in", text);
    }

    private void nextSend(Fault fault) {
        account.simulator().faults().add(FaultRule.sends(fault).next(1));
    }

    private RequiredSearch the(String meter, String... tags) {
        return registry.get(meter).tags(tags);
    }

    private double count(String meter, String... tags) {
        return the(meter, tags).counter().count();
    }

    private Stream<Meter> ours() {
        return registry.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith("cliqtel."))
                .filter(meter -> meter.getId().getTag("le") == null);
    }

    @Test
    void anAcceptedSmsCountsACallAnAttemptSegmentsAndCost() throws Exception {
        start(registry);
        send("canary");
        Timer call =
                the("cliqtel.calls", "operation", "send", "outcome", "answered").timer();
        assertThat(call.count()).isEqualTo(1);
        assertThat(call.totalTime(TimeUnit.NANOSECONDS)).isPositive();
        assertThat(the("cliqtel.attempts", "operation", "send", "purpose", "call", "outcome", "answered")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(count("cliqtel.segments")).isEqualTo(1);
        assertThat(count("cliqtel.cost", "currency", "EUR")).isPositive();
    }

    @Test
    void allMetersAreZeroAtTheStart() throws Exception {
        start(registry);
        assertThat(count("cliqtel.unknown")).isZero();
        assertThat(count("cliqtel.duplicates")).isZero();
        assertThat(count("cliqtel.reconciled", "result", "contested")).isZero();
        assertThat(count("cliqtel.webhooks", "answer", "forbidden")).isZero();
        assertThat(the("cliqtel.wait", "for", "permit").timer().count()).isZero();
        assertThat(the("cliqtel.calls", "operation", "send", "outcome", "unknown")
                        .timer()
                        .count())
                .isZero();
        assertThat(the("cliqtel.waiting").gauge().value()).isZero();
    }

    @Test
    void aNewOperationHasAllOutcomes() throws Exception {
        start(registry);
        account.context().createProducerTemplate().sendBody("direct:get", 999_999L);
        assertThat(the("cliqtel.calls", "operation", "get", "outcome", "rejected")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(the("cliqtel.calls", "operation", "get", "outcome", "throttled")
                        .timer()
                        .count())
                .isZero();
    }

    @Test
    void aRateLimitRefusalCountsAWaitForTheRetry() throws Exception {
        start(registry);
        nextSend(beforeAcceptance(Symptom.status(429).retryAfter("0")));
        send("canary");
        assertThat(the("cliqtel.wait", "for", "retry").timer().count()).isEqualTo(1);
        assertThat(the("cliqtel.attempts", "operation", "send", "outcome", "throttled")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aLostAnswerCountsASearchThatFindsTheSmsAndItsCost() throws Exception {
        start(registry);
        nextSend(afterAcceptance(Symptom.closed()));
        send("canary");
        assertThat(count("cliqtel.reconciled", "result", "found")).isEqualTo(1);
        assertThat(the("cliqtel.wait", "for", "settling").timer().count()).isEqualTo(1);
        assertThat(the("cliqtel.attempts", "purpose", "reconcile", "outcome", "answered")
                        .timer()
                        .count())
                .isPositive();
        assertThat(count("cliqtel.segments")).isEqualTo(1);
        assertThat(count("cliqtel.unknown")).isZero();
    }

    @Test
    void aLostRequestCountsAnUnknownSend() throws Exception {
        start(registry);
        nextSend(beforeAcceptance(Symptom.closed()));
        send("canary");
        assertThat(count("cliqtel.unknown")).isEqualTo(1);
        assertThat(count("cliqtel.reconciled", "result", "not_found")).isEqualTo(1);
        assertThat(the("cliqtel.calls", "outcome", "unknown").timer().count()).isEqualTo(1);
    }

    @Test
    void showsTheQuotaOfAnAccountWithoutItsKey() throws Exception {
        start(registry);
        send("canary");
        assertThat(the("cliqtel.quota.limit").gauge().value()).isEqualTo(100_000);
        assertThat(the("cliqtel.quota.remaining").gauge().value()).isBetween(1.0, 99_999.0);
        assertThat(the("cliqtel.quota.remaining").gauge().getId().getTag("account"))
                .matches("[0-9a-f]{16}");
    }

    @Test
    void noTagDependsOnPhoneNumbersOrTexts() throws Exception {
        start(registry);
        send("canary");
        assertThat(ours().flatMap(meter -> meter.getId().getTags().stream()).map(Tag::getValue))
                .noneMatch(value -> value.contains("canary") || value.contains("316"));
    }

    @Test
    void theMetersEndAndStartWithTheComponent() throws Exception {
        start(registry);
        send("canary");
        account.component().stop();
        assertThat(ours()).isEmpty();
        account.component().start();
        assertThat(ours()).isNotEmpty();
    }

    @Test
    void twoComponentsShareTheMetersUntilBothHaveStopped() throws Exception {
        start(registry);
        CliqtelComponent other = new CliqtelComponent();
        account.context().addComponent("another", other);
        other.start();
        other.stop();
        send("canary");
        assertThat(count("cliqtel.segments")).isEqualTo(1);
    }

    @Test
    void usesTheCompositeRegistryAmongSeveral() throws Exception {
        CompositeMeterRegistry composite = new CompositeMeterRegistry().add(registry);
        start(registry, composite);
        send("canary");
        assertThat(count("cliqtel.segments")).isEqualTo(1);
    }

    @Test
    void usesARegistryThatCamelCreatesLater() throws Exception {
        account.context()
                .addStartupListener((context, already) -> context.getRegistry().bind("late", registry));
        start();
        send("canary");
        assertThat(count("cliqtel.segments")).isEqualTo(1);
    }

    @Test
    void sendsIfTheRegistryRefusesMeters() throws Exception {
        registry.config().onMeterAdded(meter -> {
            throw new IllegalStateException("broken on purpose");
        });
        start(registry);
        send("canary");
        assertThat(account.simulator().messages()).hasSize(1);
    }

    @Test
    void everyMeterIsInTheTableWithItsTags() throws Exception {
        start(registry);
        send("canary");
        var known = Stream.of(MeterName.values())
                .collect(Collectors.toMap(
                        MeterName::meter,
                        measure -> measure.tags().stream().sorted().toList()));
        assertThat(ours())
                .allSatisfy(meter -> assertThat(known.get(meter.getId().getName()))
                        .isEqualTo(meter.getId().getTags().stream()
                                .map(Tag::getKey)
                                .sorted()
                                .toList()));
    }
}
