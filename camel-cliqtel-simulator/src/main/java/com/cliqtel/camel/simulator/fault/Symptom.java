/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * What the client of a call with a fault sees. Immutable; created by the methods of this class.
 *
 * <p>Some spoil the answer that the call has really got ({@link #slow}, {@link #truncated()}, {@link #withoutId()}), so
 * there has to be one: they go with {@link Fault#afterAcceptance} alone.
 */
public sealed interface Symptom permits Reply, Symptoms.Unanswered, Symptoms.Answered, Symptoms.Later {

    /**
     * An answer without a body, for a start: {@link Reply} says what can be added.
     *
     * @param status 200 to 599
     * @return the answer
     * @throws IllegalArgumentException when it is no such status
     */
    static Reply status(int status) {
        return Reply.of(status);
    }

    /**
     * The documented 429: {@code rate_limited}, {@code X-RateLimit-Remaining: 0}. Without {@code Retry-After}, for a
     * start.
     *
     * @return the answer
     */
    static Reply tooManyRequests() {
        return Reply.of(429).error("rate_limited", "Too many requests").header("X-RateLimit-Remaining", "0");
    }

    /**
     * The connection is reset (TCP RST) after the whole request was read.
     *
     * @return the symptom
     */
    static Symptom reset() {
        return Symptoms.Unanswered.RESET;
    }

    /**
     * The connection is reset (TCP RST) when the head of the request was read, and nothing of its body.
     *
     * @return the symptom; for {@link Fault#beforeAcceptance} alone, and not in a {@link Mix}, because a mix has no text
     */
    static Symptom earlyReset() {
        return Symptoms.Unanswered.EARLY_RESET;
    }

    /**
     * The connection is closed (TCP FIN) after the whole request was read, without a byte of an answer.
     *
     * @return the symptom
     */
    static Symptom closed() {
        return Symptoms.Unanswered.CLOSED;
    }

    /**
     * No answer, until the client goes away. No thread waits with it.
     *
     * @return the symptom
     */
    static Symptom silence() {
        return Symptoms.Unanswered.SILENCE;
    }

    /**
     * The real answer, late.
     *
     * @param delay zero to 365 days, in the simulator's time
     * @return the symptom
     * @throws IllegalArgumentException when it is no such delay
     */
    static Symptom slow(Duration delay) {
        return Symptoms.Answered.TRULY.after(delay);
    }

    /**
     * The real answer with half of its body and the {@code Content-Length} of the whole; then the connection is closed.
     *
     * @return the symptom
     */
    static Symptom truncated() {
        return Symptoms.Answered.TRUNCATED;
    }

    /**
     * The real answer with half of its body and the {@code Content-Length} of the whole; then the connection is reset.
     *
     * @return the symptom
     */
    static Symptom truncatedByReset() {
        return Symptoms.Answered.TRUNCATED_BY_RESET;
    }

    /**
     * The real answer, but no {@code id} in it.
     *
     * @return the symptom
     */
    static Symptom withoutId() {
        return Symptoms.Answered.WITHOUT_ID;
    }

    /**
     * The same, late: nothing is seen before.
     *
     * @param delay zero to 365 days, in the simulator's time
     * @return the symptom
     * @throws IllegalArgumentException when it is no such delay, or this is {@link #earlyReset()}, which waits for nothing
     */
    default Symptom after(Duration delay) {
        return new Symptoms.Later(delay, this);
    }

    /**
     * What it is called in lists and logs.
     *
     * @return a few words
     */
    String words();

    /**
     * Lets it happen: what the server calls.
     *
     * @param line the line to the client
     */
    void on(ClientChannel line);

    /**
     * Whether it makes use of the answer the call has really got.
     *
     * @return true when there has to be one
     */
    boolean needsAnswer();

    /**
     * How late it is, where it is {@link #after} a while.
     *
     * @return empty where it is at once
     */
    default Optional<Duration> lateness() {
        return Optional.empty();
    }

    /**
     * What it is {@link #after} a while.
     *
     * @return itself where it is at once
     */
    default Symptom undelayed() {
        return this;
    }
}
