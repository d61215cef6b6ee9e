/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A way of sending, and what is promised of it. */
public final class Policy {

    private static final double MOST_UNKNOWN = 12.5;
    private static final double LEAST_SENT = 97;

    private static final List<Promise> ALWAYS = List.of(
            new Promise(
                    "doubled 0",
                    run -> run.census().doubled() == 0 && run.census().doubledByText() == 0),
            new Promise("lost 0", run -> run.census().lost() == 0),
            new Promise("none denied that was sent", run -> run.census().wronglyDenied() == 0),
            new Promise("each told once", run -> run.census().notEndedOnce() == 0),
            new Promise(
                    "each told in one of the component's ways",
                    run -> run.census().ended(Ending.Kind.OTHER) == 0));

    /** {@code unknownOutcome=reconcile}, settling for 60 s. */
    public static final Policy RECONCILE = component(
            "reconcile",
            Scale::settlingTime,
            new Promise("unknown below " + MOST_UNKNOWN + " %", run -> run.percentUnknown() < MOST_UNKNOWN));

    /** {@code unknownOutcome=resend}, settling for 240 s. */
    public static final Policy RESEND = component(
            "resend",
            Scale::settlingTimeBeforeResend,
            new Promise("sent at least " + LEAST_SENT + " %", run -> run.percentSent() >= LEAST_SENT));

    /** A client that tries again whatever went wrong: nothing is promised of it. */
    public static final Policy PLAIN = new Policy("plain retries", PlainClient::new, List.of());

    private final String name;
    private final Opening opening;
    private final List<Promise> promises;

    private Policy(String name, Opening opening, List<Promise> promises) {
        this.name = name;
        this.opening = opening;
        this.promises = promises;
    }

    /** Makes a client. */
    @FunctionalInterface
    interface Opening {
        Client open(Place place) throws Exception;
    }

    private static Policy component(String unknownOutcome, Function<Scale, Duration> settlingTime, Promise promise) {
        return new Policy(
                unknownOutcome,
                place -> new CamelClient(place, unknownOutcome, settlingTime.apply(place.scale())),
                Stream.concat(ALWAYS.stream(), Stream.of(promise)).toList());
    }

    Client open(Place place) throws Exception {
        return opening.open(place);
    }

    /** The promises that a run broke, in a few words each. */
    List<String> broken(Result run) {
        return promises.stream()
                .filter(promise -> !promise.kept().test(run))
                .map(Promise::words)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
