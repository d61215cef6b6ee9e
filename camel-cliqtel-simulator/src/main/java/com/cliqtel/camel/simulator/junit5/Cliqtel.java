/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.SimulatorBuilder;
import com.cliqtel.camel.simulator.time.ManualTime;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A test's account: what it is given, what happens to it, and what has come of it then. {@link CliqtelSimulator} provides it.
 *
 * <p>For one test at a time; what is tested may call it by any threads.
 */
public final class Cliqtel {

    private final Set<String> deadPhones = ConcurrentHashMap.newKeySet();
    private final List<Consumer<SimulatorBuilder>> given = new ArrayList<>();
    private final CliqtelSimulator annotation;
    private final SimulatedTime time;
    private final Simulator simulator;
    private boolean begun;

    Cliqtel(CliqtelSimulator annotation) {
        this.annotation = annotation;
        this.time = annotation.time().begin(annotation);
        SimulatorBuilder account = Simulator.builder();
        account.apiKey(annotation.key()).deliveryTime(Duration.parse(annotation.deliveryTime()));
        if (annotation.limits() == CliqtelSimulator.Limits.NONE) {
            account.requestsPerMinute(0).messagesPerSecond(0);
        }
        ReflectionSupport.newInstance(annotation.account()).accept(account);
        account.time(time).fails(deadPhones::contains);
        this.simulator = account.start();
    }

    static Cliqtel forOneTest(CliqtelSimulator annotation) {
        Cliqtel cliqtel = new Cliqtel(annotation);
        cliqtel.begin();
        return cliqtel;
    }

    /**
     * What this test's account is like, other than those of all tests; until its end.
     *
     * @return the next steps
     * @throws IllegalStateException outside a test, or when the account has messages already
     */
    public Given given() {
        requireNothingHappened();
        return new Given(this);
    }

    /**
     * What happens at the other end.
     *
     * @return the next steps
     */
    public When when() {
        return new When(simulator, time instanceof ManualTime manual ? manual : null, annotation.time(), deadPhones);
    }

    /**
     * What must have come of it by now, or within ten seconds of real time.
     *
     * @return the next steps
     */
    public Then then() {
        return new Then(simulator, new FailureReport(simulator, time), Duration.ofSeconds(10));
    }

    /**
     * What a client's base URL has to be.
     *
     * @return such as {@code http://127.0.0.1:8089/api/v1/sms}
     */
    public URI baseUrl() {
        return simulator.baseUrl();
    }

    /**
     * The account's key.
     *
     * @return the key
     */
    public String apiKey() {
        return simulator.apiKey();
    }

    /**
     * The simulator itself, with all it can do.
     *
     * @return the same for the same account
     */
    public Simulator simulator() {
        return simulator;
    }

    /** Such as a text of it in the name of a parameterised test: without the key. */
    @Override
    public String toString() {
        return "Cliqtel at " + baseUrl();
    }

    /** A test begins: nothing is left of the one before but that ids count on, and time goes on. */
    void begin() {
        begun = true;
        given.clear();
        deadPhones.clear();
        long next = simulator.nextMessageId();
        given.add(account -> account.firstMessageId(next));
        reopen();
    }

    void give(Consumer<SimulatorBuilder> change) {
        requireNothingHappened();
        given.add(change);
        try {
            reopen();
        } catch (RuntimeException e) {
            given.remove(given.size() - 1);
            throw e;
        }
    }

    private void requireNothingHappened() {
        if (!begun) {
            throw new IllegalStateException("given() is for one test: for all tests of a class, say"
                    + " @CliqtelSimulator(account = …), or given() in a @BeforeEach method");
        }
        if (!simulator.messages().isEmpty()) {
            throw new IllegalStateException("given() says what the account is like before it has any messages; it has "
                    + simulator.messages().size() + " already: what changes later is when()");
        }
    }

    void close() {
        simulator.close();
    }

    private void reopen() {
        simulator.reopen(account -> given.forEach(change -> change.accept(account)));
    }
}
