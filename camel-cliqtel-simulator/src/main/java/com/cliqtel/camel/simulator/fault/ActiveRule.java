/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

import com.cliqtel.camel.simulator.time.SimulatedTime;

/** A rule or a hold of a running simulator, with its counter. Safe for use by several threads. */
sealed interface ActiveRule {

    /** Returns what to apply before the body of a call is read. */
    default Optional<Injection> injectEarly(IncomingCall head) {
        return Optional.empty();
    }

    Optional<Injection> inject(IncomingCall call);

    /** A fault rule. */
    final class Rule implements ActiveRule {

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
        public Optional<Injection> injectEarly(IncomingCall head) {
            return rule.isEarly() ? chosen(head) : Optional.empty();
        }

        @Override
        public Optional<Injection> inject(IncomingCall call) {
            return rule.isEarly() ? Optional.empty() : chosen(call);
        }

        private Optional<Injection> chosen(IncomingCall call) {
            return rule.calls().test(call) && counter.getAsBoolean()
                    ? chooser.apply(call).map(Injection.class::cast)
                    : Optional.empty();
        }
    }

    /** A hold of one call. */
    final class HeldCall implements ActiveRule {

        private final Hold hold;
        private final Predicate<IncomingCall> calls;
        private final AtomicBoolean used = new AtomicBoolean();

        HeldCall(Hold hold, Predicate<IncomingCall> calls) {
            this.hold = hold;
            this.calls = calls;
        }

        @Override
        public Optional<Injection> inject(IncomingCall call) {
            return !used.get() && calls.test(call) && used.compareAndSet(false, true)
                    ? Optional.of(hold)
                    : Optional.empty();
        }
    }
}
