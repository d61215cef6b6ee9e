/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

import com.cliqtel.camel.proofs.kills.LedgerStop.Side;
import com.cliqtel.camel.simulator.fault.Faults;
import com.cliqtel.camel.simulator.fault.Hold;
import com.cliqtel.camel.simulator.fault.IncomingCall;
import com.cliqtel.camel.simulator.fault.Symptom;

/** A point of a send at which its process is killed or stopped. */
@FunctionalInterface
interface InterruptionPoint {

    /** Creates a detector for an SMS. */
    Detector watch(KeyedSms order, Faults faults, RandomGenerator random);

    /** Returns the ledger call, if the point is one. */
    default Optional<LedgerStop> stop() {
        return Optional.empty();
    }

    /** Detects that an SMS has reached its interruption point. */
    interface Detector {

        /** @param stopped whether its process says that it has come to a stop */
        boolean hasCome(boolean stopped);

        /** The process is dead, or stands still. */
        void afterwards();

        /**
         * Whether an order that had come is still there.
         *
         * @param sent whether it has been sent meanwhile
         * @param nanos how long ago it came
         */
        default boolean isStillThere(boolean sent, long nanos) {
            return !sent;
        }
    }

    static InterruptionPoint before(String call, int nth) {
        return new InLedger(new LedgerStop(Side.BEFORE, call, nth));
    }

    static InterruptionPoint after(String call, int nth) {
        return new InLedger(new LedgerStop(Side.AFTER, call, nth));
    }

    /** Shortly after a call to the ledger, in what follows it. */
    static InterruptionPoint passed(String call, int nth) {
        return new InLedger(new LedgerStop(Side.PASSED, call, nth));
    }

    /** In the middle of the wait after a POST was refused for the rate. */
    static InterruptionPoint refused() {
        return (order, faults, random) -> new Refused(
                faults.holdNext(Hold.Point.BEFORE_ACCEPTANCE, isPostOf(order)), new AtomicLong(Long.MAX_VALUE));
    }

    /** The POST was read and not accepted. */
    static InterruptionPoint read(PostOutcome fate) {
        return (order, faults, random) -> new Held(
                faults.holdNext(Hold.Point.BEFORE_ACCEPTANCE, isPostOf(order)),
                hold -> fate.applyTo(hold, order, faults));
    }

    /** The POST was accepted and not answered. */
    static InterruptionPoint accepted() {
        return (order, faults, random) ->
                new Held(faults.holdNext(Hold.Point.AFTER_ACCEPTANCE, isPostOf(order)), Hold::release);
    }

    /** The list of messages was asked for and not answered. */
    static InterruptionPoint listed() {
        return (order, faults, random) ->
                new Held(faults.holdNext(Hold.Point.AFTER_ACCEPTANCE, isLookFor(order)), Hold::release);
    }

    /** Wherever it is after a while. */
    static InterruptionPoint within(Duration atMost) {
        return (order, faults, random) -> new Timed(System.nanoTime() + random.nextLong(atMost.toNanos()));
    }

    private static Predicate<IncomingCall> isPostOf(KeyedSms order) {
        return call -> call.isSend() && order.to().equals(call.to());
    }

    static Predicate<IncomingCall> isLookFor(KeyedSms order) {
        String recipient = "to=%2B" + order.to().substring(1);
        return call -> call.method().equals("GET")
                && call.query() != null
                && call.query().contains(recipient);
    }

    /** In the ledger. */
    record InLedger(LedgerStop where) implements InterruptionPoint, Detector {
        @Override
        public Detector watch(KeyedSms order, Faults faults, RandomGenerator random) {
            return this;
        }

        @Override
        public Optional<LedgerStop> stop() {
            return Optional.of(where);
        }

        @Override
        public boolean hasCome(boolean stopped) {
            return stopped;
        }

        @Override
        public void afterwards() {
            // nothing is left of it
        }
    }

    /** At the simulator. */
    record Held(Hold hold, Consumer<Hold> ending) implements Detector {
        // who waits for the answer gives up
        @Override
        public boolean isStillThere(boolean sent, long nanos) {
            return !sent && nanos < Timing.REQUEST_TIMEOUT.toNanos();
        }

        @Override
        public boolean hasCome(boolean stopped) {
            return hold.hasArrived();
        }

        @Override
        public void afterwards() {
            ending.accept(hold);
        }
    }

    /**
     * Refused for the rate at the simulator.
     *
     * @param hold the POST
     * @param middle when half of the wait after the refusal is over, by {@link System#nanoTime()}; the greatest number before it
     */
    record Refused(Hold hold, AtomicLong middle) implements Detector {
        private static final int SECONDS = 3;

        @Override
        public boolean hasCome(boolean stopped) {
            if (hold.hasArrived() && middle.get() == Long.MAX_VALUE) {
                hold.end(Symptom.tooManyRequests().retryAfter(SECONDS));
                middle.set(System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS) / 2);
            }
            return middle.get() != Long.MAX_VALUE && System.nanoTime() - middle.get() >= 0;
        }

        @Override
        public void afterwards() {
            // the refusal has been answered
        }
    }

    /** At a time, by {@link System#nanoTime()}. */
    record Timed(long nanos) implements Detector {
        @Override
        public boolean hasCome(boolean stopped) {
            return System.nanoTime() - nanos >= 0;
        }

        @Override
        public boolean isStillThere(boolean sent, long nanos) {
            return true;
        }

        @Override
        public void afterwards() {
            // nothing is left of it
        }
    }
}
