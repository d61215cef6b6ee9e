/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** One order on its way through a step. Used by one thread. */
final class Trial {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final Map<String, BiConsumer<Trial, List<String>>> HANDLERS = Map.of(
            "AT", (trial, words) -> trial.stopped = true,
            "SENT", Trial::sent,
            "FAILED", Trial::failed);

    private final KeyedSms order;
    private final Step step;
    private final List<String> answers = new ArrayList<>();
    private final Set<Long> ids = new LinkedHashSet<>();
    private int killed;
    private InterruptionPoint.Detector detector;
    private boolean stopped;
    private boolean inHand;
    private boolean sent;
    private boolean missed;
    private boolean open;
    private boolean continued;
    private Optional<String> late = Optional.empty();
    private long due;
    private long came;

    Trial(KeyedSms order, Step step) {
        this.order = order;
        this.step = step;
    }

    KeyedSms order() {
        return order;
    }

    Step step() {
        return step;
    }

    /** Whether the present process comes to its last station. */
    boolean isAtLast() {
        return killed >= step.points().size() - 1;
    }

    /** The station at which the present process is to be killed or stopped. */
    Optional<InterruptionPoint> point() {
        return killed < step.points().size() ? Optional.of(step.points().get(killed)) : Optional.empty();
    }

    /** A process begins. */
    void begin(InterruptionPoint.Detector itsWatch) {
        detector = itsWatch;
        stopped = false;
        inHand = false;
        sent = false;
        continued = false;
        came = 0;
        due = System.nanoTime();
    }

    boolean isToBeHandedOver() {
        return !inHand && !sent && System.nanoTime() - due >= 0;
    }

    void handedOver() {
        inHand = true;
    }

    void handle(List<String> words) {
        HANDLERS.get(words.get(0)).accept(this, words);
        if (continued) {
            late = Optional.of(words.get(2));
        }
    }

    private void sent(List<String> words) {
        inHand = false;
        sent = true;
        answers.add(words.get(2));
        ids.add(Long.valueOf(words.get(3)));
    }

    private void failed(List<String> words) {
        inHand = false;
        due = System.nanoTime() + PAUSE;
        answers.add(words.get(2));
    }

    /** The process that was stopped continues; another one has sent the order. */
    void goOn() {
        inHand = open;
        continued = true;
    }

    /** Whether the process that continued has ended its exchange, if it had one. */
    boolean hasEnded() {
        return !inHand;
    }

    /** Whether the process may be killed or stopped as far as this order is concerned. */
    boolean isThere() {
        if (detector == null || sent) {
            return sent;
        }
        if (came == 0 && detector.hasCome(stopped)) {
            came = System.nanoTime();
        }
        return came != 0;
    }

    /** The process is dead, or stands still. */
    void left() {
        open = inHand;
        if (detector == null) {
            return;
        }
        killed++;
        missed |= !detector.isStillThere(sent, System.nanoTime() - came);
        detector.afterwards();
        answers.clear();
    }

    /** Whether it went past a station before the kill, or may have: it counts, but not for its step. */
    boolean isMissed() {
        return missed;
    }

    /** What the last process answered first; since the last kill that was meant for it. */
    String firstAnswer() {
        return answers.isEmpty() ? "nothing" : answers.get(0);
    }

    /** What it answered when it knew that it was sent. */
    String lastAnswer() {
        return answers.stream()
                .filter(answer -> !answer.endsWith(")"))
                .findFirst()
                .orElse("never");
    }

    /** What the process that continued answered, if it had an exchange to end. */
    Optional<String> lateAnswer() {
        return late;
    }

    /** Whether the process that continued answered that the SMS was sent, or that it cannot know. */
    boolean isLateAnswerRight() {
        return late.filter(answer -> answer.endsWith(")") && !answer.endsWith("(UNKNOWN)"))
                .isEmpty();
    }

    /** The ids of all answers. */
    Set<Long> ids() {
        return ids;
    }

    @Override
    public String toString() {
        return order + " (" + step + ")";
    }
}
