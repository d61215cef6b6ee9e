/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.Arrays;

/**
 * The waiting tickets, the earliest deadline first: a heap. Each ticket knows its index, so that removing it is cheap. Not
 * thread-safe.
 */
final class WaitDeadlines {

    private AccountTicket[] heap = new AccountTicket[16];
    private int size;

    /** Returns null if no ticket waits. */
    AccountTicket earliest() {
        return heap[0];
    }

    int size() {
        return size;
    }

    void add(AccountTicket ticket) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        up(size++, ticket);
    }

    void remove(AccountTicket ticket) {
        int index = ticket.deadlineIndex;
        AccountTicket moved = heap[--size];
        heap[size] = null;
        ticket.deadlineIndex = AccountTicket.NOT_WAITING;
        if (moved != ticket) {
            up(index, moved);
            down(moved.deadlineIndex, moved);
        }
    }

    private void up(int from, AccountTicket ticket) {
        int index = from;
        while (index > 0 && ticket.deadline < heap[(index - 1) >>> 1].deadline) {
            put(index, heap[(index - 1) >>> 1]);
            index = (index - 1) >>> 1;
        }
        put(index, ticket);
    }

    private void down(int from, AccountTicket ticket) {
        int index = from;
        while (2 * index + 1 < size) {
            int child = 2 * index + 1;
            if (child + 1 < size && heap[child + 1].deadline < heap[child].deadline) {
                child++;
            }
            if (heap[child].deadline >= ticket.deadline) {
                break;
            }
            put(index, heap[child]);
            index = child;
        }
        put(index, ticket);
    }

    private void put(int index, AccountTicket ticket) {
        heap[index] = ticket;
        ticket.deadlineIndex = index;
    }
}
