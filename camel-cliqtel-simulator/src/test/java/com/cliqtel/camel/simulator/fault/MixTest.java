/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.cliqtel.camel.simulator.time.SimulatedTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class MixTest {

    private static final Fault BEFORE = Fault.beforeAcceptance(Symptom.reset());
    private static final Fault AFTER = Fault.afterAcceptance(Symptom.reset());

    private final Mix mix = Mix.seeded(42).with(10, BEFORE).with(5, AFTER);

    @Test
    void comesCloseToItsPercentages() {
        Map<String, Integer> struck = count(mix.chooser(), calls(10_000));

        // three standard deviations of 10,000 draws are 0.9 and 0.65 percent
        assertThat(struck.get(BEFORE.name())).isCloseTo(1000, within(90));
        assertThat(struck.get(AFTER.name())).isCloseTo(500, within(65));
    }

    @Test
    void drawsEvenlyForRepeatedTextsToo() {
        Map<String, Integer> struck = count(
                mix.chooser(),
                IntStream.range(0, 10_000).mapToObj(i -> call("same")).toList());

        assertThat(struck.get(BEFORE.name())).isCloseTo(1000, within(90));
        assertThat(struck.get(AFTER.name())).isCloseTo(500, within(65));
    }

    @Test
    void affectsTheSameCallsInAnyOrder() {
        Function<IncomingCall, Optional<Fault>> forwards = mix.chooser();
        Map<String, Optional<Fault>> first = new HashMap<>();
        calls(1000).forEach(call -> first.put(call.text(), forwards.apply(call)));

        Function<IncomingCall, Optional<Fault>> backwards = mix.chooser();
        List<IncomingCall> reversed = IntStream.range(0, 1000)
                .mapToObj(i -> call("text " + (999 - i)))
                .toList();
        reversed.forEach(
                call -> assertThat(backwards.apply(call)).as(call.text()).isEqualTo(first.get(call.text())));
    }

    @Test
    void affectsOtherCallsWithAnotherSeed() {
        Function<IncomingCall, Optional<Fault>> one = mix.chooser();
        Function<IncomingCall, Optional<Fault>> another = new Mix(43, mix.shares()).chooser();

        assertThat(calls(1000)).anyMatch(call -> !one.apply(call).equals(another.apply(call)));
    }

    @Test
    void affectsAllCallsAtAHundredPercent() {
        Function<IncomingCall, Optional<Fault>> all =
                Mix.seeded(1).with(99.5, BEFORE).with(0.5, AFTER).chooser();

        assertThat(calls(1000)).allMatch(call -> all.apply(call).isPresent());
    }

    @Test
    void startsAnewForEachSimulator() {
        FaultRule rule = FaultRule.sends(mix);
        SimulatedTime time = SimulatedTime.manual(Instant.EPOCH);
        Faults one = new Faults(List.of(rule), time);
        Faults another = new Faults(List.of(rule), time);

        calls(500).forEach(call -> assertThat(one.inject(call)).isEqualTo(another.inject(call)));
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mix.with(86, AFTER))
                .withMessage("The shares of a mix must be at most 100 percent together, not 101.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mix.with(0, AFTER))
                .withMessage("The share of a fault must be more than 0 and at most 100, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mix.with(Double.NaN, AFTER))
                .withMessageContaining("not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mix.with(1, Fault.beforeAcceptance(Symptom.earlyReset())))
                .withMessageContaining("Right would be: Symptom.reset()");
    }

    private static Map<String, Integer> count(
            Function<IncomingCall, Optional<Fault>> chooser, List<IncomingCall> calls) {
        Map<String, Integer> struck = new HashMap<>();
        calls.forEach(call -> chooser.apply(call).ifPresent(fault -> struck.merge(fault.name(), 1, Integer::sum)));
        return struck;
    }

    private static List<IncomingCall> calls(int count) {
        return IntStream.range(0, count).mapToObj(i -> call("text " + i)).toList();
    }

    private static IncomingCall call(String text) {
        return new IncomingCall("POST", "/api/v1/sms/messages", null, "+31612345678", text);
    }
}
