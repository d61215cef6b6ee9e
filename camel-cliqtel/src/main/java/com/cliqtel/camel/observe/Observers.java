/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.cliqtel.camel.model.RateLimits;
import com.cliqtel.camel.model.Sms;

/**
 * Several observers told one after the other. What one of them throws is kept from the others and from whoever tells them: what is
 * only watched must not fail because it is. The others are told that it is broken. Thread-safe.
 */
public final class Observers implements Observer {

    private final Observer[] all;

    private Observers(List<Observer> all) {
        this.all = all.toArray(Observer[]::new);
    }

    /** These, in this order. */
    public static Observers of(Observer... all) {
        return new Observers(List.of(all));
    }

    /** These and one more. */
    public Observers and(Observer more) {
        List<Observer> grown = new ArrayList<>(Stream.of(all).toList());
        grown.add(more);
        return new Observers(grown);
    }

    private void tell(Consumer<Observer> what) {
        for (Observer observer : all) {
            try {
                what.accept(observer);
            } catch (RuntimeException | LinkageError broken) {
                broken("the observer " + observer.getClass().getName(), broken);
            }
        }
    }

    // those who can hear: whoever fails at this too is not asked again
    @Override
    public void broken(String what, Throwable failure) {
        for (Observer observer : all) {
            try {
                observer.broken(what, failure);
            } catch (RuntimeException | LinkageError passedOver) {
                failure.addSuppressed(passedOver);
            }
        }
    }

    @Override
    public void called(String operation, Ended how, long nanos) {
        tell(observer -> observer.called(operation, how, nanos));
    }

    @Override
    public void attempted(Attempt attempt) {
        tell(observer -> observer.attempted(attempt));
    }

    @Override
    public void waited(Wait why, long nanos) {
        tell(observer -> observer.waited(why, nanos));
    }

    @Override
    public void quota(RateLimits left) {
        tell(observer -> observer.quota(left));
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
    public void searched(Searched result) {
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
    public void polled(String source, Ended how, int messages) {
        tell(observer -> observer.polled(source, how, messages));
    }

    @Override
    public String toString() {
        return List.of(all).toString();
    }
}
