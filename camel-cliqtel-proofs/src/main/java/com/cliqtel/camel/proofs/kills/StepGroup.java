/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The steps that one round interrupts, and the timing of its processes. */
record StepGroup(List<Step> steps, Timing timing) {

    /** Each step once. */
    static final List<StepGroup> EACH_STEP = List.of(
            of(Step.ACCEPTED),
            of(Step.CLOSED),
            of(Step.NOT_TAKEN, Step.TAKEN, Step.READ, Step.ACCEPTED_LATE, Step.ACCEPTED),
            of(Step.ANSWERED, Step.CLOSED, Step.ACCEPTED_BETWEEN_LOOKS),
            of(Step.TAKEN_OVER, Step.NOTED_AS_UNKNOWN, Step.LOOKING, Step.LOOKING_IN_VAIN),
            of(Step.FOUND, Step.FOUND_CLOSED),
            of(Step.SETTLED, Step.RENEWED),
            of(Step.READ_AGAIN, Step.ACCEPTED_LATE_AGAIN, Step.ACCEPTED_AGAIN, Step.ANSWERED_AGAIN, Step.CLOSED_AGAIN),
            of(Collections.nCopies(5, List.of(Step.TWIN, Step.OTHER_TWIN)).stream()
                    .flatMap(List::stream)
                    .toArray(Step[]::new)));

    /** Waits that only a process meets that continues; of several orders, one may have its permit at once. */
    static final List<StepGroup> WAITS = List.of(
            new StepGroup(List.of(Step.REFUSED), Timing.PATIENT),
            new StepGroup(List.of(Step.QUEUED, Step.QUEUED, Step.QUEUED), Timing.SLOW));

    /** Some of the steps. */
    static final List<StepGroup> SOME_STEPS = Stream.concat(
                    WAITS.stream(),
                    Stream.of(
                            of(Step.TAKEN, Step.ACCEPTED, Step.ANSWERED, Step.CLOSED),
                            of(Step.LOOKING_IN_VAIN, Step.FOUND, Step.SETTLED, Step.RENEWED)))
            .toList();

    private static final StepGroup AT_ANY_MOMENT =
            of(Stream.concat(Stream.of(Step.ANYWHERE), Collections.nCopies(7, Step.BESIDE).stream())
                    .toArray(Step[]::new));

    private static StepGroup of(Step... steps) {
        return new StepGroup(List.of(steps), Timing.USUAL);
    }

    /** How many processes of a round are killed or stopped. */
    int kills() {
        return steps.stream().mapToInt(step -> step.points().size()).max().orElse(0);
    }

    /** Orders that nobody has had yet; the other twin's is as its twin's, but for the key. */
    List<Trial> trials(AtomicInteger numbers) {
        List<Trial> trials = new ArrayList<>();
        for (Step step : steps) {
            int number = numbers.incrementAndGet();
            int sms = step == Step.OTHER_TWIN ? number - 1 : number;
            trials.add(new Trial(
                    new KeyedSms(
                            "order-" + number, String.format("+3161%07d", sms), "Your parcel " + sms + " has left."),
                    step));
        }
        return trials;
    }

    /** Rounds until so many processes have left in that way. */
    static List<StepGroup> rounds(Interruption way, int kills) {
        List<StepGroup> all = Stream.of(
                        way == Interruption.STOPPED ? WAITS : List.<StepGroup>of(), EACH_STEP, List.of(AT_ANY_MOMENT))
                .flatMap(List::stream)
                .toList();
        int ofAll = all.stream().mapToInt(StepGroup::kills).sum();
        return Collections.nCopies((kills + ofAll - 1) / ofAll, all).stream()
                .flatMap(List::stream)
                .toList();
    }
}
