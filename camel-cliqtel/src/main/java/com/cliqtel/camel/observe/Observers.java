/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.wire.RateLimits;

/**
 * Calls several observers in order. It catches the exceptions of an observer, so that they don't reach other observers or the caller,
 * and reports them with {@link #broken}. Thread-safe.
 */
public final class Observers implements Observer {

    /** The observers, shared with the results of {@link #and}. */
    private final AtomicReference<Observer[]> all;

    private final Observer[] also;

    private Observers(AtomicReference<Observer[]> all, Observer[] also) {
        this.all = all;
        this.also = also;
    }

    /** Returns a group of these observers, in this order. */
    public static Observers of(Observer... all) {
        return new Observers(new AtomicReference<>(all.clone()), new Observer[0]);
    }

    /** Returns a group with one more observer. Observers that join or leave this group also join or leave the result. */
    public Observers and(Observer more) {
        return more == NOBODY ? this : new Observers(all, with(also, more));
    }

    /** Adds an observer, also to the results of {@link #and}. */
    public void join(Observer more) {
        all.updateAndGet(before -> with(before, more));
    }

    /** Removes an observer, if it is in the group. */
    public void leave(Observer one) {
        all.updateAndGet(
                before -> Stream.of(before).filter(other -> other != one).toArray(Observer[]::new));
    }

    private static Observer[] with(Observer[] before, Observer more) {
        Observer[] grown = Arrays.copyOf(before, before.length + 1);
        grown[before.length] = more;
        return grown;
    }

    private void tell(Consumer<Observer> what) {
        tell(all.get(), what);
        tell(also, what);
    }

    private void tell(Observer[] them, Consumer<Observer> what) {
        for (Observer observer : them) {
            try {
                what.accept(observer);
            } catch (RuntimeException | LinkageError broken) {
                broken("the observer " + observer.getClass().getName(), broken);
            }
        }
    }

    // an observer that fails here too is not called again
    @Override
    public void broken(String what, Throwable failure) {
        broken(all.get(), what, failure);
        broken(also, what, failure);
    }

    private static void broken(Observer[] them, String what, Throwable failure) {
        for (Observer observer : them) {
            try {
                observer.broken(what, failure);
            } catch (RuntimeException | LinkageError passedOver) {
                failure.addSuppressed(passedOver);
            }
        }
    }

    @Override
    public void called(String operation, CallEnd how, long nanos) {
        tell(observer -> observer.called(operation, how, nanos));
    }

    @Override
    public void attempted(CallAttempt attempt) {
        tell(observer -> observer.attempted(attempt));
    }

    @Override
    public void skipped(String operation, int rows) {
        tell(observer -> observer.skipped(operation, rows));
    }

    @Override
    public void waited(WaitReason why, long nanos) {
        tell(observer -> observer.waited(why, nanos));
    }

    @Override
    public void quota(RateLimits left) {
        tell(observer -> observer.quota(left));
    }

    @Override
    public void quotaOf(String account, RateLimits left) {
        tell(observer -> observer.quotaOf(account, left));
    }

    @Override
    public void accountEnded(String account) {
        tell(observer -> observer.accountEnded(account));
    }

    @Override
    public void accepted(Sms sms) {
        tell(observer -> observer.accepted(sms));
    }

    @Override
    public void reconciled(Sms sms) {
        tell(observer -> observer.reconciled(sms));
    }

    @Override
    public void duplicate(Sms sms) {
        tell(observer -> observer.duplicate(sms));
    }

    @Override
    public void endedUnknown(Throwable failure) {
        tell(observer -> observer.endedUnknown(failure));
    }

    @Override
    public void searched(SearchEnd result) {
        tell(observer -> observer.searched(result));
    }

    @Override
    public void webhook(String answer) {
        tell(observer -> observer.webhook(answer));
    }

    @Override
    public void received(String source, long lagNanos) {
        tell(observer -> observer.received(source, lagNanos));
    }

    @Override
    public void polled(String source, CallEnd how, int messages) {
        tell(observer -> observer.polled(source, how, messages));
    }

    @Override
    public String toString() {
        return Stream.of(all.get(), also).flatMap(Stream::of).toList().toString();
    }
}
