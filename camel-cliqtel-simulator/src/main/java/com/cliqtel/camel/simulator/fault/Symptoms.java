/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

import com.cliqtel.camel.simulator.fault.ClientChannel.Ending;

/** The kinds of symptoms that are not a {@link Reply}. */
final class Symptoms {

    private Symptoms() {}

    /** No answer of any kind. */
    enum Unanswered implements Symptom {
        RESET("reset", ClientChannel::reset),
        EARLY_RESET("early reset", ClientChannel::reset),
        CLOSED("closed", ClientChannel::close),
        SILENCE("silence", ClientChannel::neverAnswer);

        private final String words;
        private final Consumer<ClientChannel> action;

        Unanswered(String words, Consumer<ClientChannel> action) {
            this.words = words;
            this.action = action;
        }

        @Override
        public String words() {
            return words;
        }

        @Override
        public void on(ClientChannel line) {
            action.accept(line);
        }

        @Override
        public boolean needsAnswer() {
            return false;
        }
    }

    /** The real answer, or what is left of it. */
    enum Answered implements Symptom {
        TRULY("answered", ClientChannel::answerNormally),
        WITHOUT_ID("answered without id", ClientChannel::answerWithoutId),
        TRUNCATED("truncated, closed", line -> line.cutOff(Ending.CLOSE)),
        TRUNCATED_BY_RESET("truncated, reset", line -> line.cutOff(Ending.RESET));

        private final String words;
        private final Consumer<ClientChannel> action;

        Answered(String words, Consumer<ClientChannel> action) {
            this.words = words;
            this.action = action;
        }

        @Override
        public String words() {
            return words;
        }

        @Override
        public void on(ClientChannel line) {
            action.accept(line);
        }

        @Override
        public boolean needsAnswer() {
            return true;
        }
    }

    /** Another one, after a while. */
    record Later(Duration delay, Symptom then) implements Symptom {

        Later {
            ArgumentChecks.delay("The delay of an answer", delay);
            if (then == Unanswered.EARLY_RESET) {
                throw new IllegalArgumentException(
                        "An early reset does not wait. Right would be: Symptom.reset().after(…)");
            }
        }

        @Override
        public String words() {
            return then.words() + " " + delay + " late";
        }

        @Override
        public void on(ClientChannel line) {
            line.later(delay, then);
        }

        @Override
        public boolean needsAnswer() {
            return then.needsAnswer();
        }

        @Override
        public Optional<Duration> lateness() {
            return Optional.of(delay);
        }

        @Override
        public Symptom undelayed() {
            return then;
        }
    }
}
