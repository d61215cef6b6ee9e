/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import com.cliqtel.camel.proofs.kills.LedgerStop.Side;

/** The steps of the processing of a report or an inbound message at which a process is stopped, in their order. */
enum ConsumerStep {
    NOT_TAKEN("before the take", false, true),
    TAKEN("taken, the route not reached", true, true),
    IN_ROUTE("in the route", true, true),
    ROUTED("the route has ended, not noted", true, true),
    NOTED("noted, the end not reached", true, false);

    private final String words;
    private final boolean taken;
    private final boolean open;

    ConsumerStep(String words, boolean taken, boolean open) {
        this.words = words;
        this.taken = taken;
        this.open = open;
    }

    /** Returns the stop of the process. */
    LedgerStop stop(ConsumedKind kind) {
        return switch (this) {
            case NOT_TAKEN -> new LedgerStop(Side.BEFORE, "take " + kind.purpose(), 1);
            case TAKEN -> new LedgerStop(Side.AFTER, "take " + kind.purpose(), 1);
            case IN_ROUTE -> new LedgerStop(Side.BEFORE, "route " + kind.purpose(), 1);
            case ROUTED -> new LedgerStop(Side.BEFORE, kind.noting() + " " + kind.purpose(), 1);
            case NOTED -> new LedgerStop(Side.AFTER, kind.noting() + " " + kind.purpose(), 1);
        };
    }

    /** Returns how often the route of the stopped process runs: a process can't take back what its route has begun. */
    int runsOfStopped() {
        return taken ? 1 : 0;
    }

    /** Returns how often the route of the other process runs. */
    int runsOfOther() {
        return open ? 1 : 0;
    }

    @Override
    public String toString() {
        return words;
    }
}
