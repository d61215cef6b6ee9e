/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;

import com.cliqtel.camel.simulator.SimulatorBuilder;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A simulated account for tests, to be had as a {@link Cliqtel} or as a {@link com.cliqtel.camel.simulator.Simulator}: by a
 * parameter of a test, a constructor or a lifecycle method, or by a field that is not final.
 *
 * <pre>{@code
 * @CliqtelSimulator
 * class OrderTest {
 *     @Test
 *     void sendsAnSmsToTheCustomer(Cliqtel cliqtel) { … }
 * }
 * }</pre>
 *
 * <p>On a class or a static field, one simulator serves all tests of the class and of those nested in it, one after the other: the
 * port stays, before each test it is reset, ids count on and time goes on, so that an application that outlives a test never sees
 * one message under the id of another. Where tests of a class run concurrently, each has a simulator of its own, and may not have
 * one by a static field. On an instance field or a parameter, each test has a simulator of its own.
 *
 * <p>Annotations with equal attributes in a class mean the same account; one without attributes, or none, means that of the class,
 * or of its only field.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.PARAMETER})
@ExtendWith(CliqtelExtension.class)
public @interface CliqtelSimulator {

    /**
     * How time passes.
     *
     * @return default {@link Time#REAL}
     */
    Time time() default Time.REAL;

    /**
     * How fast {@link Time#SCALED} time passes.
     *
     * @return seconds that pass in one real second; finite and greater than 0
     */
    double factor() default 60;

    /**
     * Where {@link Time#MANUAL} time begins.
     *
     * @return an instant in ISO 8601
     */
    String start() default "2026-04-03T10:15:30Z";

    /**
     * The account's API key.
     *
     * @return visible ASCII characters
     */
    String key() default "sim_test_key";

    /**
     * How long a message takes from queued to its end, in the simulator's time.
     *
     * @return a duration in ISO 8601, zero or more, such as {@code PT3S}
     */
    String deliveryTime() default "PT3S";

    /**
     * How often the account may be called.
     *
     * @return default {@link Limits#REFERENCE}
     */
    Limits limits() default Limits.REFERENCE;

    /**
     * Whatever else the account is like, for all tests. It has the last word, but for the time.
     *
     * @return a class with a constructor without parameters
     */
    Class<? extends Consumer<SimulatorBuilder>> account() default ReferenceAccount.class;

    /** How time passes. */
    enum Time {
        /** As it does. */
        REAL(how -> SimulatedTime.real()),
        /** Faster or slower, by {@link CliqtelSimulator#factor()}. */
        SCALED(how -> SimulatedTime.scaled(how.factor())),
        /** Not, until {@link When#timePasses} moves it. It begins at {@link CliqtelSimulator#start()}. */
        MANUAL(how -> SimulatedTime.manual(Instant.parse(how.start())));

        private final Function<CliqtelSimulator, SimulatedTime> beginning;

        Time(Function<CliqtelSimulator, SimulatedTime> beginning) {
            this.beginning = beginning;
        }

        SimulatedTime begin(CliqtelSimulator how) {
            return beginning.apply(how);
        }
    }

    /** How often an account may be called. */
    enum Limits {
        /** 60 calls a minute, 10 messages a second. */
        REFERENCE,
        /** As often as one likes. */
        NONE
    }
}
