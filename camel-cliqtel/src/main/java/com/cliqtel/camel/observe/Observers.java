/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.cliqtel.camel.model.RateLimits;
import com.cliqtel.camel.model.Sms;

/**
 * Several observers told one after the other. What one of them throws is kept from the others and from whoever tells them: what is
 * only watched must not fail because it is. Said once in the log. Thread-safe.
 */
public final class Observers implements Observer {

    private static final System.Logger LOG = System.getLogger(Observers.class.getName());

    private final Observer[] all;
    private final AtomicBoolean said;

    private Observers(List<Observer> all, AtomicBoolean said) {
        this.all = all.toArray(Observer[]::new);
        this.said = said;
    }

    /** These, in this order. */
    public static Observers of(Observer... all) {
        return new Observers(List.of(all), new AtomicBoolean());
    }

    /** These and one more. */
    public Observers and(Observer more) {
        List<Observer> grown = new ArrayList<>(Stream.of(all).toList());
        grown.add(more);
        return new Observers(grown, said);
    }

    private void tell(Consumer<Observer> what) {
        for (Observer observer : all) {
            try {
                what.accept(observer);
            } catch (RuntimeException | LinkageError broken) {
                if (said.compareAndSet(false, true)) {
                    LOG.log(Level.WARNING, "An observer failed, which is said only once: " + observer, broken);
                }
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
    public void endedUnknown() {
        tell(Observer::endedUnknown);
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
