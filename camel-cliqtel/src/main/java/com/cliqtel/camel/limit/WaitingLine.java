/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.ArrayList;
import java.util.List;

/**
 * The waiting tickets and their order: first a purpose that has used less than its own share, then the order of arrival. A send
 * that waits for the limit per second doesn't delay other requests. Not thread-safe.
 */
final class WaitingLine implements PermitLimits.Line {

    private static final Purpose[] PURPOSES = Purpose.values();

    private final TicketQueue[] messages = new TicketQueue[PURPOSES.length];
    private final TicketQueue[] others = new TicketQueue[PURPOSES.length];
    private final WaitDeadlines deadlines = new WaitDeadlines();

    WaitingLine() {
        for (int i = 0; i < PURPOSES.length; i++) {
            messages[i] = new TicketQueue();
            others[i] = new TicketQueue();
        }
    }

    @Override
    public int size() {
        return deadlines.size();
    }

    void add(AccountTicket ticket) {
        queue(ticket.purpose, ticket.message).add(ticket);
        deadlines.add(ticket);
    }

    /** Removes a ticket if it waits. */
    void remove(AccountTicket ticket) {
        if (ticket.deadlineIndex != AccountTicket.NOT_WAITING) {
            queue(ticket.purpose, ticket.message).remove(ticket);
            deadlines.remove(ticket);
        }
    }

    /** Removes and returns the tickets whose deadline is not after a time. */
    List<AccountTicket> removeUntil(long time) {
        List<AccountTicket> passed = new ArrayList<>();
        while (size() > 0 && deadlines.earliest().deadline <= time) {
            AccountTicket ticket = deadlines.earliest();
            remove(ticket);
            passed.add(ticket);
        }
        return passed;
    }

    long earliestDeadline() {
        return size() == 0 ? Long.MAX_VALUE : deadlines.earliest().deadline;
    }

    @Override
    public AccountTicket next(PermitLimits limits, long now) {
        return size() == 0 ? null : next(limits.open(false, now), limits.open(true, now), limits, now);
    }

    @Override
    public AccountTicket next(boolean othersMay, boolean messagesMay, PermitLimits limits, long now) {
        AccountTicket oldest = null;
        for (Purpose purpose : PURPOSES) {
            AccountTicket first = first(purpose, othersMay, messagesMay);
            if (first != null && limits.own(purpose, now) > 0) {
                return first;
            }
            oldest = older(oldest, first);
        }
        return oldest;
    }

    /** Returns the nanoseconds after which {@link #next} may give another result. */
    long lookAgain(PermitLimits limits, long now) {
        boolean onlyMessages = true;
        for (TicketQueue queue : others) {
            onlyMessages &= queue.size() == 0;
        }
        return limits.lookAgain(onlyMessages, now);
    }

    /**
     * Returns the expected wait of a new request: by the order of arrival, or by the share of its purpose if that is sooner. It is
     * a lower bound, as {@link PermitLimits#wait} is.
     */
    long expectedWait(PermitRequest request, PermitLimits limits, long now) {
        boolean message = request.message();
        Purpose purpose = request.purpose();
        long nthMessage = queue(purpose, true).size() + 1L;
        long byArrival = limits.wait(message, size() + 1L, nthMessage, now);
        long nth = nthMessage + queue(purpose, false).size();
        return Math.min(
                byArrival, Math.max(limits.waitByPart(purpose, nth, now), limits.wait(message, nth, nthMessage, now)));
    }

    private TicketQueue queue(Purpose purpose, boolean message) {
        return (message ? messages : others)[purpose.ordinal()];
    }

    private AccountTicket first(Purpose purpose, boolean othersMay, boolean messagesMay) {
        AccountTicket other = othersMay ? queue(purpose, false).first() : null;
        return messagesMay ? older(other, queue(purpose, true).first()) : other;
    }

    private static AccountTicket older(AccountTicket one, AccountTicket other) {
        return one == null || other != null && other.arrival < one.arrival ? other : one;
    }
}
