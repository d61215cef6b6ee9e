/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.Arrays;

/** Those who wait, the earliest deadline first: a heap in which each knows his place, so that he leaves it cheaply. */
final class WaitDeadlines {

    private Waiter[] heap = new Waiter[16];
    private int size;

    /** Null when nobody waits. */
    Waiter earliest() {
        return heap[0];
    }

    int size() {
        return size;
    }

    void add(Waiter waiter) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        up(size++, waiter);
    }

    void remove(Waiter waiter) {
        int place = waiter.deadlineIndex;
        Waiter moved = heap[--size];
        heap[size] = null;
        if (moved != waiter) {
            up(place, moved);
            down(moved.deadlineIndex, moved);
        }
    }

    private void up(int from, Waiter waiter) {
        int place = from;
        while (place > 0 && waiter.deadline < heap[(place - 1) >>> 1].deadline) {
            put(place, heap[(place - 1) >>> 1]);
            place = (place - 1) >>> 1;
        }
        put(place, waiter);
    }

    private void down(int from, Waiter waiter) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && heap[child + 1].deadline < heap[child].deadline) {
                child++;
            }
            if (heap[child].deadline >= waiter.deadline) {
                break;
            }
            put(place, heap[child]);
            place = child;
        }
        put(place, waiter);
    }

    private void put(int place, Waiter waiter) {
        heap[place] = waiter;
        waiter.deadlineIndex = place;
    }
}
