/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/** Tickets in the order in which they were added. A ticket is in one queue at a time. Not thread-safe. */
final class TicketQueue {

    private AccountTicket first;
    private AccountTicket last;
    private int size;

    /** Returns null if the queue is empty. */
    AccountTicket first() {
        return first;
    }

    int size() {
        return size;
    }

    void add(AccountTicket ticket) {
        ticket.before = last;
        if (last == null) {
            first = ticket;
        } else {
            last.after = ticket;
        }
        last = ticket;
        size++;
    }

    void remove(AccountTicket ticket) {
        if (ticket.before == null) {
            first = ticket.after;
        } else {
            ticket.before.after = ticket.after;
        }
        if (ticket.after == null) {
            last = ticket.before;
        } else {
            ticket.after.before = ticket.before;
        }
        ticket.before = null;
        ticket.after = null;
        size--;
    }
}
