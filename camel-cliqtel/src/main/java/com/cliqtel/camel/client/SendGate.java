/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What sends pass on their way out, and wait at while somebody has paused sending. Open at first. Those who wait go on in order, a
 * few at a time, so that opening it starts no thread for each. Thread-safe.
 */
public final class SendGate {

    private static final int AT_A_TIME = 16;

    private final AtomicBoolean shut = new AtomicBoolean();
    private final Set<CompletableFuture<Void>> waiting = new LinkedHashSet<>();

    /** Came with a permit, and found it shut: goes back and waits. */
    static final class ShutException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ShutException() {
            super("sending is paused", null, false, false);
        }
    }

    /** From now on no send goes out; one that is on its way already ends by itself. */
    public void shut() {
        shut.set(true);
    }

    /** From now on sends go out, first those who wait. */
    public void open() {
        shut.set(false);
        for (int i = 0; i < AT_A_TIME; i++) {
            next();
        }
    }

    /** Whether sends wait. */
    public boolean isShut() {
        return shut.get();
    }

    /** How many wait. */
    public int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    /** A place in line: completed when it is this one's turn; whoever ends it himself has left. Whose turn it was calls {@link #next()}. */
    CompletableFuture<Void> enter() {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        synchronized (waiting) {
            waiting.add(turn);
        }
        turn.whenComplete((mine, left) -> remove(turn));
        if (!isShut()) {
            // opened meanwhile, and perhaps nobody is left who would call the next
            next();
        }
        return turn;
    }

    private void remove(CompletableFuture<Void> turn) {
        synchronized (waiting) {
            waiting.remove(turn);
        }
    }

    /** Lets the next one go, unless it is shut again. */
    void next() {
        Optional<CompletableFuture<Void>> first = isShut() ? Optional.empty() : first();
        while (first.isPresent() && !first.get().complete(null)) {
            first = first();
        }
    }

    private Optional<CompletableFuture<Void>> first() {
        synchronized (waiting) {
            Iterator<CompletableFuture<Void>> inOrder = waiting.iterator();
            if (!inOrder.hasNext()) {
                return Optional.empty();
            }
            CompletableFuture<Void> first = inOrder.next();
            inOrder.remove();
            return Optional.of(first);
        }
    }

    @Override
    public String toString() {
        return (isShut() ? "Gate[shut, " : "Gate[open, ") + waiting() + " waiting]";
    }
}
