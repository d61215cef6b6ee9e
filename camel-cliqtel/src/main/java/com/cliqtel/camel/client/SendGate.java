/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Holds sends back while sending is paused. It is open at first. When it opens, the waiting sends continue in order, a few at a time,
 * so that not each of them starts a thread. Thread-safe.
 */
public final class SendGate {

    private static final int AT_A_TIME = 16;

    private final AtomicBoolean shut = new AtomicBoolean();
    private final Set<CompletableFuture<Void>> waiting = new LinkedHashSet<>();

    /** A send that got its permit after the gate was shut. It gives the permit back and waits at the gate. */
    static final class ShutException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ShutException() {
            super("sending is paused", null, false, false);
        }
    }

    /** Stops sends from now on. A send that has left isn't affected. */
    public void shut() {
        shut.set(true);
    }

    /** Lets sends continue, first those that wait. */
    public void open() {
        shut.set(false);
        for (int i = 0; i < AT_A_TIME; i++) {
            next();
        }
    }

    /** Returns whether sends must wait. */
    public boolean isShut() {
        return shut.get();
    }

    /** Returns the number of sends that wait. */
    public int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    /**
     * Returns a future that completes when the caller may continue. The caller must then call {@link #next()}. To leave, the caller
     * completes the future.
     */
    CompletableFuture<Void> enter() {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        synchronized (waiting) {
            waiting.add(turn);
        }
        turn.whenComplete((mine, left) -> remove(turn));
        if (!isShut()) {
            // the gate was opened meanwhile, and perhaps no other caller is left to call next()
            next();
        }
        return turn;
    }

    private void remove(CompletableFuture<Void> turn) {
        synchronized (waiting) {
            waiting.remove(turn);
        }
    }

    /** Lets the next send continue, unless the gate is shut again. */
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
