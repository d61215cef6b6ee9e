/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A call that waits in the middle until the test releases it. No thread waits with it. Safe for use by several
 * threads; of {@link #release()}, {@link #reset()} and {@link #end}, the first counts.
 */
public final class Hold implements Injection {

    private final Point point;
    private final CompletableFuture<IncomingCall> arrival = new CompletableFuture<>();
    private final CompletableFuture<Symptom> end = new CompletableFuture<>();

    Hold(Point point) {
        this.point = point;
    }

    /**
     * Waits until the call is held.
     *
     * @param timeout the longest to wait, in real time
     * @return the call
     * @throws IllegalStateException when none has come by then, or the thread is interrupted
     */
    public IncomingCall awaitArrival(Duration timeout) {
        try {
            return arrival.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("No call was held within " + timeout, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a call to hold", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An arrival cannot fail", e);
        }
    }

    /**
     * Whether the call is held, or was.
     *
     * @return false before it has come
     */
    public boolean hasArrived() {
        return arrival.isDone();
    }

    /**
     * Lets the call go on as if nothing had been; one that has not come yet will not be stopped. A call that has arrived has
     * reached the account when this returns.
     */
    public void release() {
        end.complete(Symptoms.Answered.TRULY);
    }

    /** Resets the connection (TCP RST): what is not accepted by now never is. */
    public void reset() {
        end(Symptom.reset());
    }

    /**
     * Ends it with a symptom: what is not accepted by now never is.
     *
     * @param symptom what the client sees
     * @throws IllegalArgumentException when it needs the real answer, and there is none yet; or is an early reset
     */
    public void end(Symptom symptom) {
        end.complete(point.fault(symptom).symptom());
    }

    /**
     * Where it holds.
     *
     * @return before or after the call has reached the account
     */
    public Point point() {
        return point;
    }

    @Override
    public String name() {
        return "held " + point.acceptance;
    }

    /**
     * The call is here: what the server says.
     *
     * @param call which
     * @param goingOn called once with what the client sees, by the deciding thread, perhaps at once
     */
    public void arrived(IncomingCall call, Consumer<Symptom> goingOn) {
        // in this order, so that a test that saw it arrive and releases it sees it released
        end.thenAccept(goingOn);
        arrival.complete(call);
    }

    /** Tells what fault it was in the end; nothing, when it was released. */
    void whenEnded(Consumer<Fault> listener) {
        end.thenAccept(symptom -> {
            if (symptom != Symptoms.Answered.TRULY) {
                listener.accept(point.fault(symptom));
            }
        });
    }

    /** Where a call can be held. */
    public enum Point {
        /** When it was read: nothing of it has happened. */
        BEFORE_ACCEPTANCE(new Acceptance.Never()),
        /** When its answer is ready to be sent: a message is accepted, if its request is right. */
        AFTER_ACCEPTANCE(new Acceptance.First());

        private final Acceptance acceptance;

        Point(Acceptance acceptance) {
            this.acceptance = acceptance;
        }

        private Fault fault(Symptom symptom) {
            return new Fault("held", acceptance, symptom);
        }
    }
}
