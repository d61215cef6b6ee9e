/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.SimulatorBuilder;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Which tests share a simulator: sample classes, run by a launcher of their own. */
class SimulatorScopeTest {

    private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();
    private static final List<Cliqtel> SEEN = new CopyOnWriteArrayList<>();

    @BeforeEach
    void forget() {
        PORTS.clear();
        SEEN.clear();
    }

    @CliqtelSimulator(key = "k")
    static class OfTheClass {

        OfTheClass(Simulator cliqtel) {
            PORTS.add(cliqtel.port());
        }

        @BeforeAll
        static void all(Cliqtel cliqtel) {
            assertThatIllegalStateException()
                    .isThrownBy(cliqtel::given)
                    .withMessageContaining("@CliqtelSimulator(account = …)");
            cliqtel.when().messageArrives("ACME", TestApplication.FROM, "before all");
        }

        @BeforeEach
        void each(Cliqtel cliqtel) {
            cliqtel.given().wallet("1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void startsAfresh(String text, Cliqtel cliqtel, Simulator simulator, @CliqtelSimulator Cliqtel same) {
            assertThat(same).isSameAs(cliqtel);
            assertThat(same.simulator()).isSameAs(simulator);
            seesOnlyItsOwn(cliqtel, text);
            cliqtel.then().wallet("0.992");
        }

        @Nested
        class Inside {

            @CliqtelSimulator
            private Simulator field;

            @Test
            void hasTheSame(Cliqtel cliqtel) {
                assertThat(field).isSameAs(cliqtel.simulator());
                seesOnlyItsOwn(cliqtel, "c");
            }
        }
    }

    @Test
    void aClassAndThoseNestedInItHaveOneThatIsResetAndCountsOn() {
        assertThat(run(OfTheClass.class, Map.of())).isEqualTo(3);
        assertThat(PORTS).hasSize(1);
        // the one of @BeforeAll had 42
        assertThat(SEEN).hasSize(3);
        assertThat(SEEN.get(0).simulator().nextMessageId()).isEqualTo(46);
        assertThat(SEEN.get(0).apiKey()).isEqualTo("k");
    }

    @CliqtelSimulator(time = CliqtelSimulator.Time.MANUAL)
    static class Traces {

        Traces(Cliqtel cliqtel) {
            cliqtel.given().wallet("1");
        }

        @RepeatedTest(2)
        void faultsEndWithTheTest(Cliqtel cliqtel) {
            seesOnlyItsOwn(cliqtel, "a");
            cliqtel.when().timePasses(Duration.ofSeconds(3));
            cliqtel.then().accepted("a", SmsCondition.delivered()).wallet("0.992");

            cliqtel.when()
                    .phoneGoesDead(TestApplication.TO)
                    .callsGoWrong(FaultRule.calls(Fault.beforeAcceptance(Symptom.status(503))));
        }
    }

    @Test
    void aTestFindsNothingOfTheOneBeforeAndLosesNothingOfItsConstructor() {
        assertThat(run(Traces.class, Map.of())).isEqualTo(2);
        assertThat(PORTS).hasSize(1);
    }

    static class OfAStaticField {

        @CliqtelSimulator
        private static Cliqtel shared;

        @RepeatedTest(2)
        void startsAfresh(Cliqtel cliqtel) {
            assertThat(cliqtel).isSameAs(shared);
            seesOnlyItsOwn(cliqtel, "a");
        }
    }

    static class Inherited extends OfAStaticField {}

    @Test
    void aStaticFieldIsTheClassesAndItsHeirsHaveAnother() {
        assertThat(run(OfAStaticField.class, Map.of())).isEqualTo(2);
        assertThat(run(Inherited.class, Map.of())).isEqualTo(2);
        assertThat(PORTS).hasSize(2);
    }

    static class OfAnInstance {

        @CliqtelSimulator
        private Cliqtel own;

        @RepeatedTest(2)
        void hasOneOfItsOwn(Cliqtel cliqtel) {
            assertThat(cliqtel).isSameAs(own);
            seesOnlyItsOwn(cliqtel, "a");
            assertThat(own.simulator().nextMessageId()).isEqualTo(43);
        }
    }

    @Test
    void anInstanceFieldIsTheTests() {
        assertThat(run(OfAnInstance.class, Map.of())).isEqualTo(2);
        assertThat(SEEN).hasSize(2).doesNotHaveDuplicates();
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class OfOneInstance {

        @CliqtelSimulator
        private Cliqtel own;

        @CliqtelSimulator
        private static Cliqtel shared;

        OfOneInstance() {
            assertThat(shared).isNotNull();
        }

        @RepeatedTest(2)
        void sharesIt(Cliqtel cliqtel) {
            assertThat(cliqtel).isSameAs(own).isSameAs(shared);
            seesOnlyItsOwn(cliqtel, "a");
        }
    }

    @Test
    void oneInstanceForAllTestsHasOne() {
        assertThat(run(OfOneInstance.class, Map.of())).isEqualTo(2);
        assertThat(PORTS).hasSize(1);
    }

    static final class Poor implements Consumer<SimulatorBuilder> {

        @Override
        public void accept(SimulatorBuilder account) {
            account.balance(BigDecimal.ONE).apiKey("another").deliveryTime(Duration.ZERO);
        }
    }

    static class OfParameters {

        @Test
        void twoAccounts(
                @CliqtelSimulator(key = "a", account = Poor.class) Cliqtel one,
                @CliqtelSimulator(key = "b", limits = CliqtelSimulator.Limits.NONE) Cliqtel other) {
            seesOnlyItsOwn(one, "a");
            seesOnlyItsOwn(other, "b");
            assertThat(one.apiKey()).isEqualTo("a");
            one.then().wallet("0.992").accepted("a", SmsCondition.delivered());
            other.then().wallet("99.992");
        }
    }

    @Test
    void otherAttributesAreAnotherAccount() {
        assertThat(run(OfParameters.class, Map.of())).isEqualTo(1);
        assertThat(PORTS).hasSize(2);
    }

    static class Ambiguous {

        @CliqtelSimulator(key = "a")
        private Cliqtel one;

        @CliqtelSimulator(key = "b")
        private Cliqtel other;

        @Test
        void which(Cliqtel cliqtel) {}
    }

    static class Odd {

        @CliqtelSimulator
        private String key;

        @Test
        void whatever() {}
    }

    static class Finished {

        @CliqtelSimulator
        private final Cliqtel cliqtel = null;

        @Test
        void whatever() {}
    }

    @Test
    void misuseIsReportedWithARemedy() {
        assertThat(failures(Ambiguous.class, Map.of()))
                .singleElement()
                .asString()
                .contains("Which of the accounts");
        assertThat(failures(Odd.class, Map.of())).singleElement().asString().contains("Cliqtel or a Simulator");
        assertThat(failures(Finished.class, Map.of()))
                .singleElement()
                .asString()
                .contains("must not be final");
    }

    @CliqtelSimulator
    @Execution(ExecutionMode.CONCURRENT)
    static class AtTheSameTime {

        static CountDownLatch all;

        @CliqtelSimulator
        private Cliqtel own;

        @RepeatedTest(200)
        void eachSeesItsOwn(Cliqtel cliqtel) throws InterruptedException {
            assertThat(cliqtel).isSameAs(own);
            seesOnlyItsOwn(cliqtel, "a" + cliqtel.simulator().port());
            all.countDown();
            // so that all of them are there at once
            assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
            cliqtel.then().accepted("a" + cliqtel.simulator().port()).acceptedNothingElse();
        }
    }

    @Test
    void twoHundredTestsAtTheSameTimeHaveOneEach() {
        AtTheSameTime.all = new CountDownLatch(200);
        long start = System.nanoTime();
        assertThat(run(AtTheSameTime.class, parallel(200))).isEqualTo(200);
        System.out.printf(
                "200 tests at the same time, a simulator each: %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertThat(PORTS).hasSize(200);
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class SharedAtTheSameTime extends OfAStaticField {}

    @Test
    void testsAtTheSameTimeMayNotShareOne() {
        assertThat(failures(SharedAtTheSameTime.class, parallel(2)))
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("take it by a parameter"));
        assertThat(run(SharedAtTheSameTime.class, Map.of())).isEqualTo(2);
    }

    private static void seesOnlyItsOwn(Cliqtel cliqtel, String text) {
        PORTS.add(cliqtel.simulator().port());
        SEEN.add(cliqtel);
        cliqtel.then().acceptedNothing();
        assertThat(TestApplication.send(cliqtel, text)).isEqualTo(201);
        cliqtel.then()
                .accepted(text)
                .acceptedNothingElse()
                .calls("POST", "/messages")
                .answered(201);
    }

    private static Map<String, String> parallel(int threads) {
        return Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(threads));
    }

    private static long run(Class<?> sample, Map<String, String> configuration) {
        TestExecutionSummary summary = summary(sample, configuration);
        summary.getFailures().stream().map(Failure::getException).forEach(failure -> {
            throw new AssertionError(sample.getSimpleName(), failure);
        });
        return summary.getTestsSucceededCount();
    }

    private static List<Throwable> failures(Class<?> sample, Map<String, String> configuration) {
        return summary(sample, configuration).getFailures().stream()
                .map(Failure::getException)
                .toList();
    }

    private static TestExecutionSummary summary(Class<?> sample, Map<String, String> configuration) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(sample))
                .configurationParameters(configuration)
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }
}
