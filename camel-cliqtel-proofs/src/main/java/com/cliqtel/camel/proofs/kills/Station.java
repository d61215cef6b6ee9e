/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

import com.cliqtel.camel.proofs.kills.Stop.Side;
import com.cliqtel.camel.simulator.fault.Faults;
import com.cliqtel.camel.simulator.fault.Hold;
import com.cliqtel.camel.simulator.fault.IncomingCall;

/** A point of a send at which its process is killed. */
@FunctionalInterface
interface Station {

    /** Waits there for an order. */
    Watch watch(Order order, Faults faults, RandomGenerator random);

    /** Where in the ledger it is, if it is there. */
    default Optional<Stop> stop() {
        return Optional.empty();
    }

    /** Sees an order come to its station. */
    interface Watch {

        /** @param stopped whether its process says that it has come to a stop */
        boolean hasCome(boolean stopped);

        /** The process is dead. */
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

    static Station before(String call, int nth) {
        return new InLedger(new Stop(Side.BEFORE, call, nth));
    }

    static Station after(String call, int nth) {
        return new InLedger(new Stop(Side.AFTER, call, nth));
    }

    /** The POST was read and not accepted. */
    static Station read(Fate fate) {
        return (order, faults, random) -> new Held(
                faults.holdNext(Hold.Point.BEFORE_ACCEPTANCE, isPostOf(order)),
                hold -> fate.befall(hold, order, faults));
    }

    /** The POST was accepted and not answered. */
    static Station accepted() {
        return (order, faults, random) ->
                new Held(faults.holdNext(Hold.Point.AFTER_ACCEPTANCE, isPostOf(order)), Hold::release);
    }

    /** The list of messages was asked for and not answered. */
    static Station listed() {
        return (order, faults, random) ->
                new Held(faults.holdNext(Hold.Point.AFTER_ACCEPTANCE, isLookFor(order)), Hold::release);
    }

    /** Wherever it is after a while. */
    static Station within(Duration atMost) {
        return (order, faults, random) -> new Timed(System.nanoTime() + random.nextLong(atMost.toNanos()));
    }

    private static Predicate<IncomingCall> isPostOf(Order order) {
        return call -> call.isSend() && order.to().equals(call.to());
    }

    static Predicate<IncomingCall> isLookFor(Order order) {
        String recipient = "to=%2B" + order.to().substring(1);
        return call -> call.method().equals("GET")
                && call.query() != null
                && call.query().contains(recipient);
    }

    /** In the ledger. */
    record InLedger(Stop where) implements Station, Watch {
        @Override
        public Watch watch(Order order, Faults faults, RandomGenerator random) {
            return this;
        }

        @Override
        public Optional<Stop> stop() {
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
    record Held(Hold hold, Consumer<Hold> ending) implements Watch {
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

    /** At a time, by {@link System#nanoTime()}. */
    record Timed(long nanos) implements Watch {
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
