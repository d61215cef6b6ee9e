/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.ArrayList;
import java.util.List;

/**
 * Those who wait, and whose turn it is: first a purpose that has used less than its own part, then the order of arrival. A send
 * that waits for the second's limit is passed by who doesn't. Not thread-safe.
 */
final class WaitingLine {

    private static final Purpose[] PURPOSES = Purpose.values();

    private final WaiterQueue[] messages = new WaiterQueue[PURPOSES.length];
    private final WaiterQueue[] others = new WaiterQueue[PURPOSES.length];
    private final WaitDeadlines deadlines = new WaitDeadlines();

    WaitingLine() {
        for (Purpose purpose : PURPOSES) {
            messages[purpose.ordinal()] = new WaiterQueue(purpose, true);
            others[purpose.ordinal()] = new WaiterQueue(purpose, false);
        }
    }

    int size() {
        return deadlines.size();
    }

    void add(Waiter waiter, PermitRequest demand) {
        lane(demand.purpose(), demand.message()).add(waiter);
        deadlines.add(waiter);
    }

    /** Does nothing for one who has left. */
    void remove(Waiter waiter) {
        if (waiter.lane != null) {
            waiter.lane.remove(waiter);
            deadlines.remove(waiter);
        }
    }

    /** Takes those out whose deadline is at a time or before it. */
    List<Waiter> removeUntil(long time) {
        List<Waiter> passed = new ArrayList<>();
        while (size() > 0 && deadlines.earliest().deadline <= time) {
            Waiter waiter = deadlines.earliest();
            remove(waiter);
            passed.add(waiter);
        }
        return passed;
    }

    long earliestDeadline() {
        return size() == 0 ? Long.MAX_VALUE : deadlines.earliest().deadline;
    }

    /** Whose turn it is; null when nobody who waits can go now. */
    Waiter next(PermitLimits limits, long now) {
        return size() == 0 ? null : next(limits.open(false, now), limits.open(true, now), limits, now);
    }

    /** Whose turn it is if others than sends may go, and sends. */
    Waiter next(boolean othersMay, boolean messagesMay, PermitLimits limits, long now) {
        Waiter oldest = null;
        for (Purpose purpose : PURPOSES) {
            Waiter first = first(purpose, othersMay, messagesMay);
            if (first != null && limits.own(purpose, now) > 0) {
                return first;
            }
            oldest = older(oldest, first);
        }
        return oldest;
    }

    /** In how many nanoseconds to look again whose turn it is, of those who wait. */
    long lookAgain(PermitLimits limits, long now) {
        boolean onlyMessages = true;
        for (WaiterQueue lane : others) {
            onlyMessages &= lane.size() == 0;
        }
        return limits.lookAgain(onlyMessages, now);
    }

    /**
     * What a newcomer has to expect: his turn by order of arrival, or by his purpose's own part if that is sooner; a lower bound,
     * as {@link PermitLimits#wait} is.
     */
    long expectedWait(PermitRequest demand, PermitLimits limits, long now) {
        boolean message = demand.message();
        Purpose purpose = demand.purpose();
        int place = purpose.ordinal();
        long nthMessage = messages[place].size() + 1L;
        long byArrival = limits.wait(message, size() + 1L, nthMessage, now);
        long nth = nthMessage + others[place].size();
        return Math.min(
                byArrival, Math.max(limits.waitByPart(purpose, nth, now), limits.wait(message, nth, nthMessage, now)));
    }

    private WaiterQueue lane(Purpose purpose, boolean message) {
        return (message ? messages : others)[purpose.ordinal()];
    }

    private Waiter first(Purpose purpose, boolean othersMay, boolean messagesMay) {
        Waiter other = othersMay ? lane(purpose, false).first() : null;
        return messagesMay ? older(other, lane(purpose, true).first()) : other;
    }

    private static Waiter older(Waiter one, Waiter other) {
        return one == null || other != null && other.arrival < one.arrival ? other : one;
    }
}
