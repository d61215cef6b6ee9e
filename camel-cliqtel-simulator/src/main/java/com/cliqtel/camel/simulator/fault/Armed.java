/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

import com.cliqtel.camel.simulator.time.SimulatedTime;

/** A rule or a hold that a simulator was given, with what it has counted. Safe for use by several threads. */
sealed interface Armed {

    /** What strikes a call of which only the head was read; most wait for all of it. */
    default Optional<Strike> early(IncomingCall head) {
        return Optional.empty();
    }

    Optional<Strike> strike(IncomingCall call);

    /** Goes by a rule. */
    final class Rule implements Armed {

        private final FaultRule rule;
        private final BooleanSupplier counter;
        private final Function<IncomingCall, Optional<Fault>> chooser;

        Rule(FaultRule rule, SimulatedTime time) {
            this.rule = rule;
            this.counter = rule.occurrence().counter(time);
            this.chooser = rule.what().chooser();
        }

        FaultRule rule() {
            return rule;
        }

        @Override
        public Optional<Strike> early(IncomingCall head) {
            return rule.isEarly() ? chosen(head) : Optional.empty();
        }

        @Override
        public Optional<Strike> strike(IncomingCall call) {
            return rule.isEarly() ? Optional.empty() : chosen(call);
        }

        private Optional<Strike> chosen(IncomingCall call) {
            return rule.calls().test(call) && counter.getAsBoolean()
                    ? chooser.apply(call).map(Strike.class::cast)
                    : Optional.empty();
        }
    }

    /** Holds one call. */
    final class Once implements Armed {

        private final Hold hold;
        private final Predicate<IncomingCall> calls;
        private final AtomicBoolean used = new AtomicBoolean();

        Once(Hold hold, Predicate<IncomingCall> calls) {
            this.hold = hold;
            this.calls = calls;
        }

        @Override
        public Optional<Strike> strike(IncomingCall call) {
            return !used.get() && calls.test(call) && used.compareAndSet(false, true)
                    ? Optional.of(hold)
                    : Optional.empty();
        }
    }
}
