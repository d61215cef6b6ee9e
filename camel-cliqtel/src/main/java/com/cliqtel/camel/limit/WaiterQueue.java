/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/** Those who wait for the same thing, in order of arrival. Not thread-safe. */
final class WaiterQueue {

    final Purpose purpose;
    final boolean message;
    private Waiter first;
    private Waiter last;
    private int size;

    WaiterQueue(Purpose purpose, boolean message) {
        this.purpose = purpose;
        this.message = message;
    }

    /** Null when nobody waits. */
    Waiter first() {
        return first;
    }

    int size() {
        return size;
    }

    void add(Waiter waiter) {
        waiter.lane = this;
        waiter.before = last;
        if (last == null) {
            first = waiter;
        } else {
            last.after = waiter;
        }
        last = waiter;
        size++;
    }

    void remove(Waiter waiter) {
        if (waiter.before == null) {
            first = waiter.after;
        } else {
            waiter.before.after = waiter.after;
        }
        if (waiter.after == null) {
            last = waiter.before;
        } else {
            waiter.after.before = waiter.before;
        }
        waiter.lane = null;
        waiter.before = null;
        waiter.after = null;
        size--;
    }
}
